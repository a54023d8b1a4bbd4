package dev.rockpool.app.quiz;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.AttemptRepository.Tally;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Practice: which moment it is, and what each act leads to.
///
/// Foreground only; attempts are kept on the background, in the order in which they were made.
final class QuizViewModel {
    private final AttemptRepository attempts;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(new Moment.Choosing(List.of()));
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private Round round = new Round(0, Optional.empty());

    QuizViewModel(AttemptRepository attempts, TaskRunner tasks, InstantSource clock) {
        this.attempts = attempts;
        this.tasks = tasks;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /// Why what was typed is no answer; empty if there is nothing to say.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// How much of the round is answered, 0 to 1.
    double progress() {
        return (double) round.answers().size() / Round.LENGTH;
    }

    /// The screen has come to the front.
    void open() {
        if (moment.get() instanceof Moment.Choosing) {
            choose();
        }
    }

    /// Shows what can be practised, and how it went.
    void choose() {
        tasks.of(_ -> offers(attempts.tallies()))
                .onSuccess(offers -> moment.set(new Moment.Choosing(offers)))
                .start();
    }

    private static List<Offer> offers(List<Tally> tallies) {
        Map<String, Tally> byTemplate =
                tallies.stream().collect(Collectors.toMap(Tally::template, Function.identity()));
        return Templates.all().stream()
                .map(template -> {
                    Tally tally = byTemplate.getOrDefault(template.id(), new Tally(template.id(), 0, 0));
                    return new Offer(template, tally.answered(), tally.right());
                })
                .toList();
    }

    /// Begins a round of the offer at `index`, or does nothing where there is none.
    void start(int index) {
        if (moment.get() instanceof Moment.Choosing(List<Offer> offers) && index < offers.size()) {
            start(Optional.of(offers.get(index).template()));
        }
    }

    /// Begins a round.
    ///
    /// @param only the template to ask from; empty for all
    void start(Optional<Template<?>> only) {
        start(only, Math.floorMod(clock.instant().toEpochMilli(), Questions.SEEDS));
    }

    /// Begins the round of a seed.
    void start(Optional<Template<?>> only, long seed) {
        round = new Round(seed, only);
        ask();
    }

    /// Another round of the same.
    void again() {
        Questions last = round.questions();
        start(last.only(), last.get(Round.LENGTH).seed());
    }

    private void ask() {
        fault.set("");
        moment.set(new Moment.Asked(round.next(), round.answers().size() + 1));
    }

    /// Chooses the option at `index`, or does nothing where there is none.
    void answer(int index) {
        if (moment.get() instanceof Moment.Asked asked
                && asked.question().form() instanceof Form.Choice choice
                && index < choice.options().size()) {
            Option chosen = choice.options().get(index);
            take(asked, chosen.text(), Grader.grade(chosen));
        }
    }

    /// Answers with a number. What is none is told in [#fault], and the question stands.
    void answer(String typed) {
        if (moment.get() instanceof Moment.Asked asked && asked.question().form() instanceof Form.Numeric numeric) {
            Grade grade = Grader.grade(numeric, typed);
            if (grade instanceof Grade.Unreadable(String expected)) {
                fault.set(expected);
            } else {
                take(asked, typed.strip(), grade);
            }
        }
    }

    private void take(Moment.Asked asked, String given, Grade grade) {
        Question question = asked.question();
        Answer answer = new Answer(question, given, grade);
        Attempt attempt = new Attempt(
                question.template(),
                question.seed(),
                given,
                answer.right(),
                answer.misconception().map(mistake -> mistake.id()),
                clock.instant());
        round = round.with(answer);
        fault.set("");
        moment.set(new Moment.Answered(answer, asked.number()));
        tasks.of(_ -> {
                    attempts.keep(attempt);
                    return attempt;
                })
                .start();
    }

    /// The next question, or the summary after the last.
    void next() {
        if (moment.get() instanceof Moment.Answered) {
            if (round.isComplete()) {
                finish();
            } else {
                ask();
            }
        }
    }

    /// Ends the round; without an answer there is nothing to sum up.
    void finish() {
        if (round.answers().isEmpty()) {
            choose();
        } else {
            moment.set(new Moment.Finished(round));
        }
    }

    /// The question that is shown, asked or answered.
    Optional<Question> shown() {
        return switch (moment.get()) {
            case Moment.Asked asked -> Optional.of(asked.question());
            case Moment.Answered answered -> Optional.of(answered.answer().question());
            case Moment.Choosing _, Moment.Finished _ -> Optional.empty();
        };
    }
}
