package dev.rockpool.app.quiz;

import javafx.scene.input.KeyCombination;

/// The keys of the quiz screen, as they act and as they are shown.
final class QuizKeys {
    static final KeyCombination ENTER = KeyCombination.valueOf("Enter");
    static final KeyCombination SHOW = KeyCombination.valueOf("L");
    static final KeyCombination FINISH = KeyCombination.valueOf("Q");
    static final KeyCombination EXAM = KeyCombination.valueOf("X");
    static final KeyCombination MISTAKES = KeyCombination.valueOf("M");
    static final KeyCombination ACTIVITIES = KeyCombination.valueOf("A");
    static final KeyCombination JUDGED = KeyCombination.valueOf("I");
    static final KeyCombination BACK = KeyCombination.valueOf("Shortcut+B");
    static final KeyCombination FLAG = KeyCombination.valueOf("Shortcut+M");
    static final KeyCombination REVIEW = KeyCombination.valueOf("Shortcut+R");
    static final KeyCombination HAND_IN = KeyCombination.valueOf("H");
    static final KeyCombination CHOOSE = KeyCombination.valueOf("C");

    /// Options that a digit picks.
    static final int DIGITS = 5;

    private QuizKeys() {}
}
