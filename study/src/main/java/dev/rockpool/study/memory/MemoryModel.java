package dev.rockpool.study.memory;

/// A rule by which memory grows with reviews and fades with time.
///
/// States of different models or versions must not be mixed: every stored state carries its model's [Version], and
/// a state of another version is recomputed from the review log before it is used.
public sealed interface MemoryModel permits Fsrs6 {
    /// A model's name and the version of its state and formulas.
    ///
    /// @param model kebab-case name, such as `fsrs`
    /// @param number raised whenever equal reviews would give another state
    record Version(String model, int number) {
        public Version {
            if (model.isBlank() || number < 1) {
                throw new IllegalArgumentException(
                        "model version " + model + "/" + number + " needs a name and a number from 1");
            }
        }
    }

    /// Which model this is; stored with every state.
    Version version();

    /// The state after a card's first review.
    MemoryState first(Rating rating);

    /// The state after a further review.
    ///
    /// @param elapsedDays study days since the previous review, 0 for the same day; never negative
    MemoryState next(MemoryState before, long elapsedDays, Rating rating);

    /// The chance of recall after `elapsedDays`, within 0 to 1.
    double retrievability(MemoryState state, double elapsedDays);

    /// Days until the chance of recall has fallen to `desiredRetention`, unrounded.
    double interval(MemoryState state, double desiredRetention);
}
