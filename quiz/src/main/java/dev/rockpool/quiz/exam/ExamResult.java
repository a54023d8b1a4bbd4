package dev.rockpool.quiz.exam;

import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How an exam went. A question that is not answered is wrong; one whose item a deck no longer has is left out.
///
/// @param marks a mark for each question, in the order of the exam
public record ExamResult(List<Mark> marks) {
    public ExamResult {
        marks = List.copyOf(marks);
    }

    /// One question and what was answered.
    ///
    /// @param number from 1
    /// @param given as people read it; empty where nothing was answered
    public record Mark(int number, Topic topic, Question question, Optional<String> given, Grade grade) {
        public boolean right() {
            return grade instanceof Grade.Right;
        }
    }

    /// A part of the exam.
    ///
    /// @param right of `questions`
    public record Part(String name, int right, int questions) {
        /// Percent, halves up.
        public long percent() {
            return Math.round(100.0 * right / questions);
        }
    }

    /// The result of what was answered.
    public static ExamResult of(Exam exam, Sheet sheet, Bank bank) {
        List<Mark> marks = new ArrayList<>();
        for (int place = 0; place < exam.places().size(); place++) {
            Place asked = exam.places().get(place);
            Optional<Item> item = bank.item(asked.item());
            Optional<Question> found = item.flatMap(each -> each.find(asked.seed()));
            if (item.isPresent() && found.isPresent()) {
                Question question = found.get();
                Optional<Response> response = sheet.line(place).flatMap(line -> Response.read(line, question.form()));
                marks.add(new Mark(
                        place + 1,
                        item.get().topic(),
                        question,
                        response.map(given -> given.words(question.form())),
                        response.map(given -> Grader.grade(question.form(), given))
                                .orElse(new Grade.Wrong(Optional.empty()))));
            }
        }
        return new ExamResult(marks);
    }

    public int right() {
        return (int) marks.stream().filter(Mark::right).count();
    }

    /// The whole.
    public Part whole() {
        return new Part("", right(), Math.max(1, marks.size()));
    }

    /// By domain, the weakest first.
    public List<Part> byDomain() {
        return by(Topic::domain);
    }

    /// By topic, the weakest first.
    public List<Part> byTopic() {
        return by(Topic::title);
    }

    private List<Part> by(Function<Topic, String> name) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Mark mark : marks) {
            parts.merge(
                    name.apply(mark.topic()),
                    new Part(name.apply(mark.topic()), mark.right() ? 1 : 0, 1),
                    (one, other) ->
                            new Part(one.name(), one.right() + other.right(), one.questions() + other.questions()));
        }
        return parts.values().stream()
                .sorted((one, other) -> Double.compare(
                        (double) one.right() / one.questions(), (double) other.right() / other.questions()))
                .toList();
    }
}
