package dev.rockpool.study;

/// A learner's mark on a card, to find it again.
public enum Flag {
    NONE,
    RED,
    ORANGE,
    GREEN,
    BLUE
}
