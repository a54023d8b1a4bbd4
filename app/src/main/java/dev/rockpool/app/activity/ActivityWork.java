package dev.rockpool.app.activity;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Activity;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.activity.Act;
import dev.rockpool.quiz.activity.Grading;
import dev.rockpool.quiz.activity.HandIn;
import dev.rockpool.quiz.activity.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A student's work at one activity: the name, the task in sight, what was answered, and at last the file.
///
/// Foreground only. Every act is written to a draft on the background, in order; a draft of the same edition is gone on
/// with.
final class ActivityWork {
    private final Activity activity;
    private final Path draft;
    private final AtomicReference<HandIn> latest = new AtomicReference<>();
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Naming());
    private Optional<Journal> journal = Optional.empty();

    /// What is done.
    sealed interface Stage {
        /// The student gives a name.
        record Naming() implements Stage {}

        /// A task is worked at.
        ///
        /// @param place from 0
        record Working(int place) implements Stage {}

        /// It is handed in.
        ///
        /// @param right which of the tasks are right, in their order
        record Done(HandIn handIn, List<Boolean> right) implements Stage {
            public Done {
                right = List.copyOf(right);
            }
        }
    }

    /// @param drafts the folder of drafts
    ActivityWork(Activity activity, Path drafts, TaskRunner tasks, InstantSource clock) {
        this.activity = activity;
        this.tasks = tasks;
        this.clock = clock;
        draft = drafts.resolve(activity.id() + HandIn.ENDING);
        tasks.of(_ -> read())
                .onSuccess(found -> found.filter(_ -> journal.isEmpty()).ifPresent(this::goOn))
                .start();
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    Activity activity() {
        return activity;
    }

    /// Who works; empty before the name is given.
    String student() {
        return journal.map(Journal::student).orElse("");
    }

    private Optional<Journal> read() {
        if (!Files.exists(draft)) {
            return Optional.empty();
        }
        try {
            Journal found = HandIn.read(draft).journal();
            boolean usable = found.edition().equals(Journal.edition(activity))
                    && found.broken().isEmpty()
                    && !found.acts().isEmpty();
            return usable ? Optional.of(found) : Optional.empty();
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    private void goOn(Journal found) {
        journal = Optional.of(found);
        if (found.isHandedIn()) {
            judge(found); // it was not saved yet
        } else {
            stage.set(new Stage.Working(0));
        }
    }

    /// Begins under a name; nothing happens where it is empty or too long.
    void begin(String name) {
        String plain = name.strip();
        if (!plain.isEmpty() && plain.length() <= Journal.LONGEST_NAME) {
            journal = Optional.of(Journal.begin(activity, plain, clock.instant()));
            keep();
            stage.set(new Stage.Working(0));
        }
    }

    /// The task at a place.
    QuizItem item(int place) {
        return activity.items().get(place);
    }

    /// The question of the task at a place, as this student meets it.
    Question question(int place) {
        return Grading.question(item(place), student());
    }

    /// What was answered to the task at a place.
    Optional<Response> response(int place) {
        return Optional.ofNullable(journal.map(Journal::answers)
                        .map(all -> all.get(item(place).id()))
                        .orElse(null))
                .flatMap(line -> Response.read(line, question(place).form()));
    }

    /// Keeps the answer to the task at a place, if it is complete and another one than before.
    void answer(int place, Response response) {
        String line = response.line();
        boolean same = response(place).map(Response::line).filter(line::equals).isPresent();
        if (!same && response.isComplete(question(place).form()) && line.length() <= Act.LONGEST_VALUE) {
            act(Act.Kind.ANSWER, item(place).id(), line);
        }
    }

    /// Keeps that a hint was opened.
    void hint(int place, int number) {
        act(Act.Kind.HINT, item(place).id(), String.valueOf(number));
    }

    /// Goes to a task.
    void go(int place) {
        if (stage.get() instanceof Stage.Working
                && place >= 0
                && place < activity.items().size()) {
            stage.set(new Stage.Working(place));
        }
    }

    /// How many tasks are answered.
    int answered() {
        return journal.map(Journal::answers).map(all -> all.size()).orElse(0);
    }

    /// How much time is left; zero or less when it is over.
    Duration left() {
        return journal.map(each -> Duration.ofMinutes(activity.minutes())
                        .minus(Duration.between(each.acts().getFirst().at(), clock.instant())))
                .orElse(Duration.ofMinutes(activity.minutes()));
    }

    /// Hands in: the model judges every answer, and the file is ready to be saved.
    void handIn() {
        if (stage.get() instanceof Stage.Working && journal.isPresent()) {
            act(Act.Kind.HAND_IN, "", "");
            judge(journal.get());
        }
    }

    private void judge(Journal whole) {
        tasks.of(_ -> {
                    List<Boolean> right = activity.items().stream()
                            .map(item -> Grading.isRight(item, whole))
                            .toList();
                    return new Stage.Done(
                            new HandIn(
                                    activity.id(),
                                    whole,
                                    (int) right.stream().filter(each -> each).count(),
                                    right.size()),
                            right);
                })
                .onSuccess(stage::set)
                .start();
    }

    /// The file that is handed in was saved: the next one who opens the activity begins anew.
    void saved() {
        tasks.of(_ -> {
                    try {
                        return Files.deleteIfExists(draft);
                    } catch (IOException failure) {
                        throw unwritable(failure);
                    }
                })
                .start();
    }

    private void act(Act.Kind kind, String item, String value) {
        journal = journal.map(now -> now.with(kind, item, value, clock.instant()));
        keep();
    }

    private void keep() {
        HandIn now = new HandIn(
                activity.id(), journal.orElseThrow(), 0, activity.items().size());
        latest.set(now);
        tasks.of(_ -> {
                    writeLatest();
                    return now;
                })
                .start();
    }

    /// Writes what was kept last, whichever act asked for it: acts may reach the disk out of order.
    private synchronized void writeLatest() {
        try {
            Files.createDirectories(draft.getParent());
            Path next = draft.resolveSibling(draft.getFileName() + ".new");
            Files.writeString(next, latest.get().text());
            Files.move(next, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private EnvironmentException unwritable(IOException failure) {
        return new EnvironmentException(
                "app-export-unwritable",
                Quote.of(draft.toString()) + " cannot be written: choose another folder.",
                failure);
    }
}
