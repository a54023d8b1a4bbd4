package dev.rockpool.content;

/// Two things that belong together.
///
/// @param left what is given, inline Markdown
/// @param right what is to be found for it, inline Markdown
public record Pair(String left, String right) {}
