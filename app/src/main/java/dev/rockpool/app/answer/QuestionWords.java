package dev.rockpool.app.answer;

import dev.rockpool.app.lab.TaskBench;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// Draws what questions consist of: their texts, which are Markdown, and the labs of tasks.
public final class QuestionWords {
    private final Surroundings surroundings;
    private final Function<TaskBench.Order, TaskBench> benches;

    /// @param benches sets up a lab
    public QuestionWords(Surroundings surroundings, Function<TaskBench.Order, TaskBench> benches) {
        this.surroundings = surroundings;
        this.benches = benches;
    }

    /// A text that wraps.
    public Region of(String markdown, String... styles) {
        Region words = new MarkdownView(markdown, surroundings, Hits.NONE).root();
        words.getStyleClass().addAll(styles);
        return words;
    }

    /// A lab in which a task is done.
    TaskBench bench(TaskBench.Order order) {
        return benches.apply(order);
    }
}
