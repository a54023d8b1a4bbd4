package dev.rockpool.study.memory;

/// How well one card is remembered, as of its last review.
///
/// @param stability days after which the chance of recall has fallen to 90 %, above 0
/// @param difficulty 1 (easy) to 10 (hard)
public record MemoryState(double stability, double difficulty) {
    public MemoryState {
        if (!(stability > 0) || Double.isInfinite(stability)) {
            throw new IllegalArgumentException("stability " + stability + " is not a finite number above 0");
        }
        if (!(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException("difficulty " + difficulty + " is not within 1 to 10");
        }
    }
}
