package dev.rockpool.quiz.analysis;

import java.util.List;

/// Persons × items: who had what right. Immutable.
public final class ScoreMatrix {
    private final int items;
    private final boolean[][] right;
    private final int[] scores;

    private ScoreMatrix(int items, boolean[][] right, int[] scores) {
        this.items = items;
        this.right = right;
        this.scores = scores;
    }

    /// The matrix of rows, one a person, in which every item is right or not.
    ///
    /// @throws IllegalArgumentException if there is no row or no item, or rows differ in length
    public static ScoreMatrix of(List<List<Boolean>> persons) {
        if (persons.isEmpty()) {
            throw new IllegalArgumentException("persons must be at least 1, but there are 0");
        }
        int items = persons.getFirst().size();
        if (items == 0) {
            throw new IllegalArgumentException("items must be at least 1, but there are 0");
        }
        boolean[][] right = new boolean[persons.size()][items];
        int[] scores = new int[persons.size()];
        for (int person = 0; person < persons.size(); person++) {
            List<Boolean> row = persons.get(person);
            if (row.size() != items) {
                throw new IllegalArgumentException(
                        "person " + person + " must have " + items + " items, but has " + row.size());
            }
            for (int item = 0; item < items; item++) {
                right[person][item] = row.get(item);
                scores[person] += row.get(item) ? 1 : 0;
            }
        }
        return new ScoreMatrix(items, right, scores);
    }

    /// How many persons there are.
    public int persons() {
        return right.length;
    }

    /// How many items there are.
    public int items() {
        return items;
    }

    /// Whether a person had an item right; both are counted from 0.
    public boolean isRight(int person, int item) {
        return right[person][item];
    }

    /// How many items a person had right.
    public int score(int person) {
        return scores[person];
    }

    /// How many of the other items a person had right.
    public int restScore(int person, int item) {
        return scores[person] - (right[person][item] ? 1 : 0);
    }

    /// One number a person: 1 where the item is right, else 0.
    double[] column(int item) {
        double[] column = new double[persons()];
        for (int person = 0; person < column.length; person++) {
            column[person] = right[person][item] ? 1 : 0;
        }
        return column;
    }

    double[] totals() {
        double[] totals = new double[persons()];
        for (int person = 0; person < totals.length; person++) {
            totals[person] = scores[person];
        }
        return totals;
    }

    double[] rests(int item) {
        double[] rests = new double[persons()];
        for (int person = 0; person < rests.length; person++) {
            rests[person] = restScore(person, item);
        }
        return rests;
    }
}
