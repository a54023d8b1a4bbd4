package dev.rockpool.study.planning;

/// What is answered, as far as the time it takes is concerned.
public enum AnswerKind {
    /// A new card, or one in its learning steps.
    LEARNING,
    /// A graduated card.
    REVIEW,
    /// A forgotten card in its relearning steps.
    RELEARNING
}
