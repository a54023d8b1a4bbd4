package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.bank.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Questions from one seed, and what was answered so far. Immutable.
///
/// @param name what is practised
/// @param series where the questions come from
/// @param answers in the order of the questions
record Round(String name, Series series, List<Answer> answers) {
    /// The most questions of a round.
    static final int LENGTH = 10;

    Round {
        answers = List.copyOf(answers);
    }

    /// A mistake that was made.
    ///
    /// @param times how often in the round
    record Met(Misconception misconception, int times) {}

    /// How many questions it has.
    int length() {
        return Math.min(LENGTH, series.length());
    }

    /// How much of it is answered, 0 to 1.
    double progress() {
        return (double) answers.size() / length();
    }

    /// The question that comes next.
    Question next() {
        return series.get(answers.size());
    }

    /// Whether every question is answered.
    boolean isComplete() {
        return answers.size() >= length();
    }

    Round with(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Round(name, series, more);
    }

    /// Another round of the same, with other questions where there are any.
    Round again() {
        long seed = series.get(Math.max(1, answers.size())).seed();
        return new Round(name, new Series(seed, series.pool()), List.of());
    }

    int right() {
        return (int) answers.stream().filter(Answer::right).count();
    }

    /// The known mistakes, the most frequent first, then in the order in which they were made.
    List<Met> met() {
        Map<Misconception, Integer> times = new LinkedHashMap<>();
        answers.forEach(answer -> answer.misconception().ifPresent(each -> times.merge(each, 1, Integer::sum)));
        return times.entrySet().stream()
                .map(entry -> new Met(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Met::times).reversed())
                .toList();
    }
}
