package dev.rockpool.app.presenter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Hands counted for each choice.
///
/// @param hands one number a choice, none negative
record Tally(List<Integer> hands) {
    /// The most hands of a choice.
    static final int MOST = 9_999;

    Tally {
        hands = List.copyOf(hands);
        for (int count : hands) {
            if (count < 0 || count > MOST) {
                throw new IllegalArgumentException(
                        "Of a choice " + count + " hands are counted; between 0 and " + MOST + " can be");
            }
        }
    }

    /// No hand for any of `choices`.
    static Tally none(int choices) {
        return new Tally(Collections.nCopies(choices, 0));
    }

    /// With another count for one choice.
    Tally with(int choice, int count) {
        List<Integer> changed = new ArrayList<>(hands);
        changed.set(choice, count);
        return new Tally(changed);
    }

    /// All hands.
    int total() {
        return hands.stream().mapToInt(Integer::intValue).sum();
    }

    /// Hands for one choice, 0 to 1 of all; 0 while nobody is counted.
    double share(int choice) {
        int total = total();
        return total == 0 ? 0 : (double) hands.get(choice) / total;
    }
}
