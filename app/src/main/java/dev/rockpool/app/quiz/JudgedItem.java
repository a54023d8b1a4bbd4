package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.analysis.ItemHistory;
import dev.rockpool.quiz.analysis.OptionStatistics;
import dev.rockpool.quiz.bank.Item;
import java.util.List;

/// A question and what the answers say about it.
///
/// @param question with some numbers or other
record JudgedItem(Item item, Question question, ItemHistory history) {
    /// The wrong options that are chosen too seldom to work, below [OptionStatistics#LEAST_SHARE]; none of a question
    /// whose options differ from one time to the next, or with too few answers.
    List<String> idle() {
        if (item.isGenerated() || history.hasTooFewAnswers() || !(question.form() instanceof Form.Choice choice)) {
            return List.of();
        }
        return choice.options().stream()
                .filter(option -> !option.correct())
                .map(Option::text)
                .filter(text -> history.share(text) < OptionStatistics.LEAST_SHARE)
                .toList();
    }
}
