package dev.rockpool.simulators;

/// A question about a number, asked before a run.
///
/// @param question for people
/// @param figure the id of the [Figure] that answers it
/// @param unit of the guess
/// @param low the least guess
/// @param high the greatest guess
/// @param step between guesses
public record Prediction(String question, String figure, Unit unit, double low, double high, double step) {
    public Prediction {
        if (!(low < high) || !(step > 0)) {
            throw new IllegalArgumentException(
                    "Nothing can be guessed from " + low + " to " + high + " by " + step + " for " + figure);
        }
    }
}
