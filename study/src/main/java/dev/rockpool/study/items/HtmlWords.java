package dev.rockpool.study.items;

/// Turns HTML into Markdown.
public interface HtmlWords {
    /// On one line.
    String line(String html);

    /// Of any length.
    String blocks(String html);
}
