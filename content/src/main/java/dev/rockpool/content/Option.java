package dev.rockpool.content;

/// One option of a multiple choice.
///
/// @param text what it says, inline Markdown
/// @param right whether it is a right one
/// @param why why it is right or wrong, inline Markdown
public record Option(String text, boolean right, String why) {}
