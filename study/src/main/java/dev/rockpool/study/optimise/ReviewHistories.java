package dev.rockpool.study.optimise;

import dev.rockpool.study.log.LoggedReview;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.StudyCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The histories of all cards of a review log, packed so that a million reviews take a few megabytes.
///
/// Reviews lie card by card, each card's in time order. A history begins with a card's first review, or with its last
/// run of reviews in the states 0 (new) or 1 (learning) where the log gives states.
public final class ReviewHistories {
    private final int logged;
    private final int[] starts;
    private final int[] elapsedDays;
    private final byte[] grades;
    private final int[] byTime;

    private ReviewHistories(int logged, int[] starts, int[] elapsedDays, byte[] grades, int[] byTime) {
        this.logged = logged;
        this.starts = starts;
        this.elapsedDays = elapsedDays;
        this.grades = grades;
        this.byTime = byTime;
    }

    /// The histories of a log. Reviews may come in any order; those at the same instant count in the order given.
    public static ReviewHistories of(List<LoggedReview> log, StudyCalendar calendar) {
        List<LoggedReview> reviews = new ArrayList<>(log);
        reviews.sort(Comparator.comparing(LoggedReview::time));
        Builder builder = new Builder(reviews.size());
        Map<String, Integer> cards = new HashMap<>();
        for (LoggedReview review : reviews) {
            int card = cards.computeIfAbsent(review.cardId(), id -> cards.size());
            builder.add(card, calendar.dayOf(review.time()), review.rating(), review.begins());
        }
        return builder.build();
    }

    /// Collects reviews of all cards in time order.
    public static final class Builder {
        private int[] cards;
        private int[] days;
        private byte[] grades;
        private boolean[] begins;
        private int count;
        private int cardCount;

        /// An empty builder.
        ///
        /// @param expected about how many reviews will come
        public Builder(int expected) {
            cards = new int[expected];
            days = new int[expected];
            grades = new byte[expected];
            begins = new boolean[expected];
        }

        /// The next review.
        ///
        /// @param card a small number from 0 that stands for the card
        /// @param day the study day
        /// @param begins whether the card was new or being learnt, so that a history may begin here
        public void add(int card, long day, Rating rating, boolean begins) {
            if (count == cards.length) {
                int more = Math.max(16, count + (count >> 1));
                cards = Arrays.copyOf(cards, more);
                days = Arrays.copyOf(days, more);
                grades = Arrays.copyOf(grades, more);
                this.begins = Arrays.copyOf(this.begins, more);
            }
            cards[count] = card;
            days[count] = Math.toIntExact(day);
            grades[count] = (byte) rating.number();
            this.begins[count] = begins;
            count++;
            cardCount = Math.max(cardCount, card + 1);
        }

        /// The histories of all reviews so far.
        public ReviewHistories build() {
            int[] from = lastBeginnings();
            int[] starts = new int[cardCount + 1];
            for (int i = 0; i < count; i++) {
                if (i >= from[cards[i]]) {
                    starts[cards[i] + 1]++;
                }
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = Arrays.copyOf(starts, cardCount);
            int[] previousDay = new int[cardCount];
            int kept = starts[cardCount];
            int[] elapsed = new int[kept];
            byte[] ordered = new byte[kept];
            int[] byTime = new int[kept];
            int rank = 0;
            for (int i = 0; i < count; i++) {
                int card = cards[i];
                if (i >= from[card]) {
                    int place = next[card]++;
                    elapsed[place] = place == starts[card] ? 0 : Math.max(0, days[i] - previousDay[card]);
                    previousDay[card] = days[i];
                    ordered[place] = grades[i];
                    byTime[rank++] = place;
                }
            }
            return new ReviewHistories(count, starts, elapsed, ordered, byTime);
        }

        /// For each card the review with which its history begins: the first of its last run of learning.
        private int[] lastBeginnings() {
            int[] from = new int[cardCount];
            boolean[] learning = new boolean[cardCount];
            for (int i = 0; i < count; i++) {
                int card = cards[i];
                if (begins[i] && !learning[card]) {
                    from[card] = i;
                }
                learning[card] = begins[i];
            }
            return from;
        }
    }

    /// How many reviews the log had.
    public int reviews() {
        return logged;
    }

    /// How many cards have a history.
    public int cards() {
        return starts.length - 1;
    }

    /// The place of a card's first review.
    int start(int card) {
        return starts[card];
    }

    /// The place after a card's last review.
    int end(int card) {
        return starts[card + 1];
    }

    /// Study days since the card's review before, 0 for its first.
    int elapsedDays(int place) {
        return elapsedDays[place];
    }

    /// The number of the rating at a place, 1 to 4.
    int grade(int place) {
        return grades[place];
    }

    /// All places, in time order.
    int[] byTime() {
        return byTime;
    }
}
