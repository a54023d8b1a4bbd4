package dev.rockpool.app.quiz;

import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import javafx.scene.layout.Region;

/// Draws the texts of questions, which are Markdown.
final class QuestionWords {
    private final Surroundings surroundings;

    QuestionWords(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// A text that wraps.
    Region of(String markdown, String... styles) {
        Region words = new MarkdownView(markdown, surroundings, Hits.NONE).root();
        words.getStyleClass().addAll(styles);
        return words;
    }
}
