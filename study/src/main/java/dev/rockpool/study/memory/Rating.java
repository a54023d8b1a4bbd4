package dev.rockpool.study.memory;

/// What a learner answers after seeing the back of a card: G in the formulas.
public enum Rating {
    /// Not recalled.
    AGAIN(1),
    /// Recalled with serious effort.
    HARD(2),
    /// Recalled.
    GOOD(3),
    /// Recalled without effort.
    EASY(4);

    private static final Rating[] BY_NUMBER = values();

    private final int number;

    Rating(int number) {
        this.number = number;
    }

    /// The grade in formulas and files: 1 for [#AGAIN] to 4 for [#EASY].
    public int number() {
        return number;
    }

    /// Whether the card was recalled: everything but [#AGAIN].
    public boolean recalled() {
        return this != AGAIN;
    }

    /// The rating of a number.
    ///
    /// @throws IllegalArgumentException unless 1 ≤ `number` ≤ 4
    public static Rating of(int number) {
        if (number < 1 || number > BY_NUMBER.length) {
            throw new IllegalArgumentException("rating " + number + " is not within 1 to " + BY_NUMBER.length);
        }
        return BY_NUMBER[number - 1];
    }
}
