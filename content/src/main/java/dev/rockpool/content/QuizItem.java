package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// A question whose answer can be marked by itself.
public sealed interface QuizItem permits WrittenItem, LabTask {
    /// Stable id, unique over all decks.
    String id();

    /// The question in Markdown: the heading, and after a blank line any text before the block.
    String stem();

    /// What explains the answer, in Markdown; empty if there is nothing but the options' reasons.
    String explanation();

    /// Its tags without `#`.
    List<String> tags();

    /// Ids of the claims whose correction it teaches.
    List<String> fixes();

    /// Where the fact stands.
    List<Source> sources();

    /// `lab/preset` in which the fact can be seen; empty if there is none.
    String show();

    /// Fields of the section that Rockpool does not know, by name.
    Map<String, String> otherFields();
}
