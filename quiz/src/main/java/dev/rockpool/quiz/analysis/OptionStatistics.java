package dev.rockpool.quiz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the answers say about one option of a multiple choice.
///
/// @param chosen how many chose it
/// @param share of all persons, those who left the item out included, 0 to 1
/// @param discrimination correlation of choosing it with the score on the other items; empty where one does not vary.
///     It is to be above zero for the key and below zero for a distractor
/// @param key whether it is the right one
public record OptionStatistics(int chosen, double share, OptionalDouble discrimination, boolean key) {
    /// The share of persons below which a distractor is as good as absent.
    public static final double LEAST_SHARE = 0.05;

    /// The options of an item of the matrix, in order.
    ///
    /// @param options how many there are
    /// @param key which of them is right, from 0
    /// @param choices what each person chose, from 0; empty for one who left the item out
    /// @throws IllegalArgumentException if choices and matrix do not fit each other
    public static List<OptionStatistics> of(
            ScoreMatrix matrix, int item, int options, int key, List<OptionalInt> choices) {
        if (key < 0 || key >= options) {
            throw new IllegalArgumentException("key must be from 0 to " + (options - 1) + ", but is " + key);
        }
        if (choices.size() != matrix.persons()) {
            throw new IllegalArgumentException(
                    "choices must be " + matrix.persons() + ", one a person, but are " + choices.size());
        }
        double[][] chose = new double[options][choices.size()];
        int[] counts = new int[options];
        for (int person = 0; person < choices.size(); person++) {
            OptionalInt choice = choices.get(person);
            if (choice.isPresent() && (choice.getAsInt() < 0 || choice.getAsInt() >= options)) {
                throw new IllegalArgumentException(
                        "choice must be from 0 to " + (options - 1) + ", but is " + choice.getAsInt());
            }
            if (matrix.isRight(person, item) != choice.equals(OptionalInt.of(key))) {
                throw new IllegalArgumentException(
                        "choice of person " + person + " must be the key where the matrix says right, and only there");
            }
            if (choice.isPresent()) {
                counts[choice.getAsInt()]++;
                chose[choice.getAsInt()][person] = 1;
            }
        }
        double[] rests = matrix.rests(item);
        List<OptionStatistics> statistics = new ArrayList<>();
        for (int option = 0; option < options; option++) {
            statistics.add(new OptionStatistics(
                    counts[option],
                    counts[option] / (double) choices.size(),
                    Correlation.of(chose[option], rests),
                    option == key));
        }
        return List.copyOf(statistics);
    }

    /// Whether it is a distractor that works: chosen by at least [#LEAST_SHARE], and more by weaker persons.
    public boolean isFunctioning() {
        return !key && share >= LEAST_SHARE && discrimination.isPresent() && discrimination.getAsDouble() < 0;
    }
}
