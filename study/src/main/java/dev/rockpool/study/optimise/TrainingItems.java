package dev.rockpool.study.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The items of all histories that count, with their recency weights [`filter_outlier`, `recency_weighted_fsrs_items`].
///
/// A card counts unless its first item is an outlier. Kept items are numbered: first items by rating, size of their
/// group, delay and time, then all others by time; the weight of number i of n is 0.25 + 0.75·(i/(n−1))³.
final class TrainingItems {
    /// Up to this many of a rating's first items, the smallest groups first, are outliers; or a twentieth, if more.
    private static final int MOST_OUTLIERS = 20;

    private static final int OUTLIER_SHARE = 20;

    /// The smallest group that counts.
    private static final int SMALLEST_GROUP = 6;

    /// The longest first delay that counts, in days.
    private static final int LONGEST_DELAY = 100;

    private static final int LONGEST_DELAY_EASY = 365;
    private static final int EASY = 4;
    private static final double LOWEST_WEIGHT = 0.25;

    private final ReviewHistories histories;
    private final List<List<FirstItems>> firstItems;
    private final float[] weights;
    private final int[] cards;
    private final int count;
    private final int firstCount;
    private final double averageRecall;

    private TrainingItems(
            ReviewHistories histories,
            List<List<FirstItems>> firstItems,
            float[] weights,
            int[] cards,
            int count,
            int firstCount,
            double averageRecall) {
        this.histories = histories;
        this.firstItems = firstItems;
        this.weights = weights;
        this.cards = cards;
        this.count = count;
        this.firstCount = firstCount;
        this.averageRecall = averageRecall;
    }

    /// The first items of one rating and delay.
    ///
    /// @param delay days between the first study day and the item
    /// @param count how many there are
    /// @param recalled how many of them were recalled
    record FirstItems(int delay, int count, int recalled) {}

    /// A group while it is counted.
    private static final class Group {
        private final int delay;
        private int count;
        private int recalled;
        private int nextNumber;
        private boolean kept;

        Group(int delay) {
            this.delay = delay;
        }
    }

    static TrainingItems of(ReviewHistories histories) {
        List<TreeMap<Integer, Group>> groups =
                List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Group[] groupOfCard = new Group[histories.cards()];
        int[] firstPlace = new int[histories.cards()];
        long items = 0;
        long recalled = 0;
        for (int card = 0; card < histories.cards(); card++) {
            firstPlace[card] = -1;
            for (int place = histories.start(card) + 1; place < histories.end(card); place++) {
                if (histories.elapsedDays(place) == 0) {
                    continue;
                }
                items++;
                recalled += histories.grade(place) > 1 ? 1 : 0;
                if (firstPlace[card] < 0) {
                    firstPlace[card] = place;
                    Group group = groups.get(histories.grade(histories.start(card)) - 1)
                            .computeIfAbsent(histories.elapsedDays(place), Group::new);
                    group.count++;
                    group.recalled += histories.grade(place) > 1 ? 1 : 0;
                    groupOfCard[card] = group;
                }
            }
        }
        int firstCount = 0;
        for (int grade = 1; grade <= EASY; grade++) {
            firstCount = filter(groups.get(grade - 1), grade, firstCount);
        }
        return number(
                histories, groups, groupOfCard, firstPlace, firstCount, items == 0 ? 0 : (double) recalled / items);
    }

    /// Removes the smallest groups of a rating, and those that are small or late; numbers the first items of the rest.
    private static int filter(SortedMap<Integer, Group> groups, int grade, int firstNumber) {
        List<Group> smallestFirst = groups.values().stream()
                .sorted(Comparator.<Group>comparingInt(group -> group.count).thenComparingInt(group -> group.delay))
                .toList();
        int total = smallestFirst.stream().mapToInt(group -> group.count).sum();
        int most = Math.max(MOST_OUTLIERS, total / OUTLIER_SHARE);
        int removed = 0;
        int number = firstNumber;
        for (Group group : smallestFirst) {
            if (removed + group.count < most) {
                removed += group.count;
            } else if (group.count >= SMALLEST_GROUP
                    && group.delay <= (grade == EASY ? LONGEST_DELAY_EASY : LONGEST_DELAY)) {
                group.kept = true;
                group.nextNumber = number;
                number += group.count;
            }
        }
        return number;
    }

    private static TrainingItems number(
            ReviewHistories histories,
            List<? extends SortedMap<Integer, Group>> groups,
            Group[] groupOfCard,
            int[] firstPlace,
            int firstCount,
            double averageRecall) {
        int[] cards = new int[histories.cards()];
        int keptCards = 0;
        int[] cardOfPlace = new int[histories.byTime().length];
        Arrays.fill(cardOfPlace, -1);
        int count = 0;
        for (int card = 0; card < histories.cards(); card++) {
            if (firstPlace[card] >= 0 && groupOfCard[card].kept) {
                cards[keptCards++] = card;
                for (int place = firstPlace[card]; place < histories.end(card); place++) {
                    if (histories.elapsedDays(place) > 0) {
                        cardOfPlace[place] = card;
                        count++;
                    }
                }
            }
        }
        float[] weights = new float[cardOfPlace.length];
        int nextOther = firstCount;
        for (int place : histories.byTime()) {
            int card = cardOfPlace[place];
            if (card >= 0) {
                int number = place == firstPlace[card] ? groupOfCard[card].nextNumber++ : nextOther++;
                weights[place] = (float) recencyWeight(number, count);
            }
        }
        List<List<FirstItems>> kept = groups.stream()
                .map(ofRating -> ofRating.values().stream()
                        .filter(group -> group.kept)
                        .map(group -> new FirstItems(group.delay, group.count, group.recalled))
                        .toList())
                .toList();
        return new TrainingItems(
                histories, kept, weights, Arrays.copyOf(cards, keptCards), count, firstCount, averageRecall);
    }

    /// 0.25 for the oldest item to 1 for the newest.
    static double recencyWeight(int number, int count) {
        double age = count == 1 ? 1 : (double) number / (count - 1);
        return LOWEST_WEIGHT + (1 - LOWEST_WEIGHT) * age * age * age;
    }

    ReviewHistories histories() {
        return histories;
    }

    /// For the ratings 1 to 4 in turn, the kept groups of first items, by delay.
    List<List<FirstItems>> firstItems() {
        return firstItems;
    }

    /// The weight of the item at a place, 0 where none counts.
    float weight(int place) {
        return weights[place];
    }

    /// The cards that have items that count.
    int[] cards() {
        return cards;
    }

    /// How many items count.
    int count() {
        return count;
    }

    /// How many of them are first items.
    int firstCount() {
        return firstCount;
    }

    /// The share of all items that were recalled, outliers included.
    double averageRecall() {
        return averageRecall;
    }
}
