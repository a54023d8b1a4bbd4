package dev.rockpool.app.today;

import java.util.List;

/// Where Today leads to.
interface TodayWays {
    /// Studies the day's queue.
    void study();

    /// Studies the first cards there are.
    void firstCards();

    /// Opens the document.
    void document();

    /// Opens a question of the document.
    void question(String questionId);

    /// Opens the plan of the exam.
    void plan();

    /// Opens what changed since the document.
    void changes();

    /// Shows what is wrong in the user's decks.
    void faults(List<String> sentences);
}
