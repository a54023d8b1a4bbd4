package dev.rockpool.study.schedule;

/// Whether and how the days of cards are chosen beyond chance.
///
/// @param even whether days are to hold about as much
/// @param easyDays how much each weekday takes
public record LoadBalancing(boolean even, EasyDays easyDays) {
    /// Days are left to chance.
    public static final LoadBalancing OFF = new LoadBalancing(false, EasyDays.NONE);

    /// Whether anything is to be balanced.
    public boolean on() {
        return even || !easyDays.none();
    }
}
