package dev.rockpool.quiz;

/// A mistake that has a name.
///
/// @param id stable and unique over all templates, such as `forgot-record-limit`; several templates may meet the same
/// @param sentence what is mistaken and what is so instead, without the numbers of a question
public record Misconception(String id, String sentence) {}
