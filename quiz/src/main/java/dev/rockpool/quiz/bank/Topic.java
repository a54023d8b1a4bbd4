package dev.rockpool.quiz.bank;

/// What a deck is about.
///
/// @param id the documented question's, such as `q06`; for a deck of the user its topic
/// @param title a few words
/// @param domain the part of the certification it belongs to; empty for a deck that names none
public record Topic(String id, String title, String domain) {}
