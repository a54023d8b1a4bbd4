package dev.rockpool.quiz.analysis;

import java.util.OptionalDouble;

/// The best and the weakest 27 % of the persons, by their score.
///
/// Scores are ties more often than not: which of the persons with the score at the edge belong to a group would be
/// chance, and the answer with it. So each of them belongs to it with the same share, such that a group always weighs
/// .27 n: the mean over all ways to break the ties.
final class UpperLower {
    /// Kelley's 27 %, at which the difference of two groups is surest.
    private static final double SHARE = 0.27;

    private static final int FEWEST_PERSONS = 4;

    private final ScoreMatrix matrix;
    private final double[] upper;
    private final double[] lower;

    UpperLower(ScoreMatrix matrix) {
        this.matrix = matrix;
        int[] withScore = new int[matrix.items() + 1];
        for (int person = 0; person < matrix.persons(); person++) {
            withScore[matrix.score(person)]++;
        }
        double size = SHARE * matrix.persons();
        this.upper = new double[withScore.length];
        this.lower = new double[withScore.length];
        double left = size;
        for (int score = 0; score < withScore.length; score++) {
            lower[score] = share(left, withScore[score]);
            left -= lower[score] * withScore[score];
        }
        left = size;
        for (int score = withScore.length - 1; score >= 0; score--) {
            upper[score] = share(left, withScore[score]);
            left -= upper[score] * withScore[score];
        }
    }

    private static double share(double left, int persons) {
        return persons == 0 ? 0 : Math.min(1, left / persons);
    }

    OptionalDouble difference(int item) {
        if (matrix.persons() < FEWEST_PERSONS) {
            return OptionalDouble.empty();
        }
        double best = 0;
        double weakest = 0;
        for (int person = 0; person < matrix.persons(); person++) {
            if (matrix.isRight(person, item)) {
                best += upper[matrix.score(person)];
                weakest += lower[matrix.score(person)];
            }
        }
        return OptionalDouble.of((best - weakest) / (SHARE * matrix.persons()));
    }
}
