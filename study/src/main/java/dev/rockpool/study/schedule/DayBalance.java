package dev.rockpool.study.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// Draws the day of a card within its fuzz range so that days hold about as much, easy days less, and the cards of one
/// note stay apart. The rules are those of Anki 26.08 (`rslib/src/scheduler/states/load_balancer.rs`): the weight of a
/// day with cards is (1/cards)^2.15 · (1/interval)^3 · sibling · easy day, that of a day without cards 1.
///
/// It differs in one point: Anki takes a day without cards fully even where it is an easy day or next to a sibling. In
/// a small collection, where most days hold nothing, easy days would then do nothing; so there such a day weighs as if
/// it held one card.
///
/// A pure function of the counts and the position, so that previews are stable and an undo gives the same day.
public final class DayBalance {
    /// Longer intervals are not balanced: far ahead the days are not filled yet.
    static final int LONGEST = 90;

    private static final double CARDS_POWER = 2.15;
    private static final double INTERVAL_POWER = 3;
    private static final double[] SIBLING = {1e-6, 0.2, 0.4, 0.6, 0.8};

    private final long today;
    private final boolean even;
    private final EasyDays easyDays;
    private final LongToIntFunction cardsOn;
    private final Set<Long> siblingDays;

    /// @param today study day from which intervals count
    /// @param even whether days are to hold about as much; else only easy days and siblings count
    /// @param cardsOn how many cards are due on a study day
    /// @param siblingDays study days on which cards of the same note are due
    public DayBalance(long today, boolean even, EasyDays easyDays, LongToIntFunction cardsOn, Set<Long> siblingDays) {
        this.today = today;
        this.even = even;
        this.easyDays = easyDays;
        this.cardsOn = cardsOn;
        this.siblingDays = Set.copyOf(siblingDays);
    }

    /// The interval, drawn.
    ///
    /// @param lower shortest interval of the range, in days
    /// @param upper longest interval of the range
    /// @param position where in the sum of the weights, from 0 to below 1
    int draw(int lower, int upper, double position) {
        double[] weights = weights(lower, upper);
        double left = 0;
        for (double weight : weights) {
            left += weight;
        }
        left *= position;
        for (int at = 0; at < weights.length - 1; at++) {
            left -= weights[at];
            if (left < 0) {
                return lower + at;
            }
        }
        return upper;
    }

    private double[] weights(int lower, int upper) {
        int days = upper - lower + 1;
        int[] counts = new int[days];
        int cards = 0;
        double shares = 0;
        for (int at = 0; at < days; at++) {
            counts[at] = cardsOn.applyAsInt(today + lower + at);
            cards += counts[at];
            shares += load(lower + at).share();
        }
        double[] weights = new double[days];
        for (int at = 0; at < days; at++) {
            double special = sibling(today + lower + at) * easy(load(lower + at), counts[at], cards, shares);
            double few = even ? Math.pow(Math.max(1, counts[at]), -CARDS_POWER) : 1;
            boolean free = counts[at] == 0 && special == 1;
            weights[at] = free || !even ? few * special : few * Math.pow(lower + at, -INTERVAL_POWER) * special;
        }
        return weights;
    }

    private EasyDays.Load load(int interval) {
        DayOfWeek day = LocalDate.ofEpochDay(today + interval).getDayOfWeek();
        return easyDays.of(day);
    }

    /// A reduced day is as good as any until it holds more than half of what the others hold.
    private static double easy(EasyDays.Load load, int count, int cards, double shares) {
        return switch (load) {
            case NORMAL -> 1;
            case MINIMUM -> load.share();
            case REDUCED -> {
                double others = (cards - count) / (shares - load.share());
                yield count / load.share() > others ? EasyDays.Load.MINIMUM.share() : 1;
            }
        };
    }

    private double sibling(long day) {
        double weight = 1;
        for (int apart = SIBLING.length - 1; apart >= 0; apart--) {
            if (siblingDays.contains(day - apart) || siblingDays.contains(day + apart)) {
                weight = SIBLING[apart];
            }
        }
        return weight;
    }
}
