package dev.rockpool.quiz.bank;

import dev.rockpool.content.QuizItem;
import dev.rockpool.quiz.Question;
import java.util.List;

/// Asks what an author wrote, outside a bank.
public final class Authored {
    private static final Topic NONE = new Topic("", "", "");

    private Authored() {}

    /// The question of a seed, which decides in which order options stand.
    ///
    /// @throws dev.rockpool.kernel.InputException if it is a task that does not fit its lab
    public static Question ask(QuizItem item, long seed) {
        return new AuthoredItem(item, NONE, List.of()).ask(seed);
    }
}
