package dev.rockpool.app.quiz;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.exam.Blueprint;
import dev.rockpool.quiz.exam.Exam;
import dev.rockpool.quiz.exam.ExamRepository;
import dev.rockpool.quiz.exam.ExamResult;
import dev.rockpool.quiz.exam.Place;
import dev.rockpool.quiz.exam.Sheet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A mock exam: its questions, what was answered, its clock.
///
/// Foreground only. What is answered is kept on the background in the order in which it was; the database has it
/// before the exam is handed in.
final class ExamViewModel {
    private final ExamRepository exams;
    private final AttemptRepository attempts;
    private final Supplier<Bank> bank;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Consumer<Moment> show;
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(Sheet.EMPTY);
    private @Nullable Exam exam;
    private int place;

    /// @param show takes what the screen is to show
    ExamViewModel(
            ExamRepository exams,
            AttemptRepository attempts,
            Supplier<Bank> bank,
            TaskRunner tasks,
            InstantSource clock,
            Consumer<Moment> show) {
        this.exams = exams;
        this.attempts = attempts;
        this.bank = bank;
        this.tasks = tasks;
        this.clock = clock;
        this.show = show;
    }

    ReadOnlyObjectProperty<Sheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /// How many questions it has.
    int length() {
        return exam == null ? 0 : exam.places().size();
    }

    /// How much time is left.
    Duration left() {
        return exam == null ? Duration.ZERO : exam.left(clock.instant());
    }

    /// Goes on with the exam that is open, or begins one.
    ///
    /// @param seed of a new one
    void sit(long seed) {
        tasks.of(_ -> {
                    Exam found = exams.open()
                            .orElseGet(() -> exams.begin(
                                    Blueprint.CERTIFICATION.draw(bank.get(), seed),
                                    clock.instant(),
                                    Blueprint.CERTIFICATION.time()));
                    return new Opened(found, exams.sheet(found));
                })
                .onSuccess(opened -> {
                    exam = opened.exam();
                    sheet.set(opened.sheet());
                    go(firstUnanswered());
                })
                .start();
    }

    private record Opened(Exam exam, Sheet sheet) {}

    private int firstUnanswered() {
        int first = 0;
        while (first < length() - 1 && sheet.get().line(first).isPresent()) {
            first++;
        }
        return first;
    }

    /// Shows the question at a place; hands in where the time is over.
    void go(int other) {
        if (exam == null) {
            return;
        }
        if (left().isZero()) {
            handIn();
            return;
        }
        place = Math.clamp(other, 0, length() - 1);
        question(place).ifPresentOrElse(question -> show.accept(new Moment.Sitting(question, place)), () -> {
            if (place < length() - 1) {
                go(place + 1);
            } else {
                review();
            }
        });
    }

    /// The question of a place; empty where the deck no longer has it.
    private Optional<Question> question(int at) {
        Place asked = require().places().get(at);
        return bank.get().item(asked.item()).flatMap(item -> item.find(asked.seed()));
    }

    private Exam require() {
        if (exam == null) {
            throw new IllegalStateException("No exam is open.");
        }
        return exam;
    }

    /// What was answered to the question in sight.
    Optional<Response> response(Question question) {
        return sheet.get().line(place).flatMap(line -> Response.read(line, question.form()));
    }

    /// Keeps the response to the question in sight; one that is not complete yet takes the answer back.
    void respond(Question question, Response response) {
        if (exam != null && !left().isZero()) {
            Exam open = exam;
            int at = place;
            String line = response.isComplete(question.form()) ? response.line() : "";
            if (!sheet.get().line(at).orElse("").equals(line)) {
                sheet.set(sheet.get().with(at, line));
                keep(() -> exams.respond(open, at, line, clock.instant()));
            }
        }
    }

    /// Flags the question in sight, or takes the flag away.
    void flag() {
        if (exam != null) {
            Exam open = exam;
            int at = place;
            sheet.set(sheet.get().flipped(at));
            boolean flagged = sheet.get().flagged().contains(at);
            keep(() -> exams.flag(open, at, flagged, clock.instant()));
        }
    }

    private void keep(Runnable write) {
        tasks.of(_ -> {
                    write.run();
                    return place;
                })
                .start();
    }

    void next() {
        if (place == length() - 1) {
            review();
        } else {
            go(place + 1);
        }
    }

    void back() {
        go(place - 1);
    }

    /// All questions at a glance.
    void review() {
        show.accept(new Moment.Reviewing(place));
    }

    /// Ends the exam; every answer becomes an attempt.
    void handIn() {
        if (exam == null) {
            return;
        }
        Exam open = exam;
        Sheet answered = sheet.get();
        exam = null;
        tasks.of(_ -> {
                    ExamResult result = ExamResult.of(open, answered, bank.get());
                    exams.finish(open, result.right(), clock.instant());
                    attempts(result).forEach(attempts::keep);
                    return result;
                })
                .onSuccess(result -> show.accept(new Moment.Marked(result)))
                .start();
    }

    private List<Attempt> attempts(ExamResult result) {
        List<Attempt> kept = new ArrayList<>();
        for (ExamResult.Mark mark : result.marks()) {
            mark.given()
                    .ifPresent(given -> kept.add(new Attempt(
                            mark.question().item(),
                            mark.question().seed(),
                            given,
                            mark.right(),
                            mark.grade() instanceof Grade.Wrong(Optional<Misconception> mistake)
                                    ? mistake.map(Misconception::id)
                                    : Optional.empty(),
                            clock.instant())));
        }
        return kept;
    }
}
