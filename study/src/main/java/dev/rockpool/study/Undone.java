package dev.rockpool.study;

/// An act that was taken back.
///
/// @param act what had been done
/// @param cardId to which card; the next turn shows it again if it was graded
public record Undone(Act act, String cardId) {}
