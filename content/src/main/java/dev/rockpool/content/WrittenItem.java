package dev.rockpool.content;

/// A quiz item that can be answered with nothing but pen and paper, so that other programs can ask it too.
public sealed interface WrittenItem extends QuizItem permits MultipleChoice, Match, Order, Numeric {}
