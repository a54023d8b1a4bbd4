package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Questions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Questions from one seed, and what was answered so far. Immutable.
///
/// @param questions where they come from
/// @param answers in the order of the questions
record Round(Questions questions, List<Answer> answers) {
    /// Questions of a round.
    static final int LENGTH = 10;

    Round {
        answers = List.copyOf(answers);
    }

    /// A round that begins.
    Round(long seed, Optional<Template<?>> only) {
        this(new Questions(seed, only), List.of());
    }

    /// A mistake that was made.
    ///
    /// @param times how often in the round
    record Met(Misconception misconception, int times) {}

    /// The question that comes next.
    Question next() {
        return questions.get(answers.size());
    }

    /// Whether every question is answered.
    boolean isComplete() {
        return answers.size() >= LENGTH;
    }

    Round with(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Round(questions, more);
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
