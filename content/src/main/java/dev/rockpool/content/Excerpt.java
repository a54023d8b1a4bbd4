package dev.rockpool.content;

/// A piece of text with what was searched for in it.
///
/// @param text one line, with `…` where it is cut
/// @param from where the match starts in it
/// @param until where the match ends in it
public record Excerpt(String text, int from, int until) {}
