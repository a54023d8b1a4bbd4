package dev.rockpool.study.statistics;

/// True retention over a period.
///
/// @param period how far back
/// @param young of cards whose interval was below 21 days
/// @param mature of cards whose interval was 21 days or longer
public record Retention(Period period, Recalled young, Recalled mature) {
    /// From so many days an interval makes a card mature.
    public static final int MATURE_DAYS = 21;

    /// Of all cards.
    public Recalled all() {
        return young.plus(mature);
    }
}
