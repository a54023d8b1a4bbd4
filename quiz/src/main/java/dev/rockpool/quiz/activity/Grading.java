package dev.rockpool.quiz.activity;

import dev.rockpool.content.Activity;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.Quote;
import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Authored;
import dev.rockpool.simulators.LabTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges hand-ins against the activity in the teacher's hands.
public final class Grading {
    private static final LabTexts TEXTS = LabTexts.beside(Grading.class);
    private static final long SEEDS = 1_000_000L;

    private Grading() {}

    /// What one task came to.
    ///
    /// @param item its id
    /// @param given the last answer as people read it; empty where there is none
    /// @param right whether the model finds it right
    /// @param hints how many hints were opened
    public record Mark(String item, Optional<String> given, boolean right, int hints) {}

    /// What one file came to.
    ///
    /// @param file its name
    /// @param student the name in it; empty where it cannot be read
    /// @param marks one for each task, in the order of the activity; none where nothing can be judged
    /// @param worked from the first act to the last
    /// @param notes what was noticed, a sentence each
    public record Marks(String file, String student, List<Mark> marks, Duration worked, List<String> notes) {
        public Marks {
            marks = List.copyOf(marks);
            notes = List.copyOf(notes);
        }

        public int right() {
            return (int) marks.stream().filter(Mark::right).count();
        }

        /// With one more thing that was noticed.
        Marks with(String note) {
            List<String> more = new ArrayList<>(notes);
            more.add(note);
            return new Marks(file, student, marks, worked, more);
        }
    }

    /// The question of a task as a student meets it: each has the options in an order of their own.
    public static Question question(QuizItem item, String student) {
        return Authored.ask(item, new Seed(1).derive("activity/" + student).nextLong(SEEDS));
    }

    /// Whether the last answer to a task is right.
    public static boolean isRight(QuizItem item, Journal journal) {
        return mark(item, journal, new LinkedHashSet<>()).right();
    }

    /// Marks for a file that cannot be read.
    static Marks unreadable(String file, String sentence) {
        return new Marks(file, "", List.of(), Duration.ZERO, List.of(sentence));
    }

    /// Judges a file.
    ///
    /// @param file its name
    public static Marks grade(String file, HandIn handIn, Activity activity) {
        Journal journal = handIn.journal();
        Set<String> notes = new LinkedHashSet<>();
        if (!handIn.activity().equals(activity.id())) {
            notes.add(TEXTS.get("other-activity", Quote.of(handIn.activity()), activity.id()));
            return new Marks(file, journal.student(), List.of(), worked(journal), List.copyOf(notes));
        }
        if (!journal.edition().equals(Journal.edition(activity))) {
            notes.add(TEXTS.get("other-edition"));
        }
        OptionalInt broken = journal.broken();
        if (broken.isPresent()) {
            notes.add(TEXTS.get(broken.getAsInt() == 1 ? "broken-name" : "broken", broken.getAsInt()));
        }
        order(journal, activity, notes);
        List<Mark> marks = activity.items().stream()
                .map(item -> mark(item, journal, notes))
                .toList();
        long right = marks.stream().filter(Mark::right).count();
        if (handIn.right() != right || handIn.of() != marks.size()) {
            notes.add(TEXTS.get("score", handIn.right(), handIn.of(), right, marks.size()));
        }
        return new Marks(file, journal.student(), marks, worked(journal), List.copyOf(notes));
    }

    /// What the order and the times of the acts say.
    private static void order(Journal journal, Activity activity, Set<String> notes) {
        List<Act> acts = journal.acts();
        if (acts.isEmpty() || acts.getFirst().kind() != Act.Kind.BEGIN) {
            notes.add(TEXTS.get("no-beginning"));
        }
        if (!journal.isHandedIn()) {
            notes.add(TEXTS.get("not-handed-in"));
        }
        for (int place = 1; place < acts.size(); place++) {
            if (acts.get(place).at().isBefore(acts.get(place - 1).at())) {
                notes.add(TEXTS.get("times", place + 1));
                break;
            }
        }
        Duration given = Duration.ofMinutes(activity.minutes());
        if (worked(journal).compareTo(given) > 0) {
            notes.add(TEXTS.get("late", worked(journal).toMinutes(), activity.minutes()));
        }
        Set<String> known =
                new LinkedHashSet<>(activity.items().stream().map(QuizItem::id).toList());
        journal.answers().keySet().stream()
                .filter(item -> !known.contains(item))
                .forEach(item -> notes.add(TEXTS.get("unknown-item", Quote.of(item))));
    }

    private static Mark mark(QuizItem item, Journal journal, Set<String> notes) {
        Optional<String> line = Optional.ofNullable(journal.answers().get(item.id()));
        int hints = journal.hints(item.id());
        if (line.isEmpty()) {
            return new Mark(item.id(), Optional.empty(), false, hints);
        }
        Question question = question(item, journal.student());
        Optional<Response> response = line.flatMap(each -> Response.read(each, question.form()));
        if (response.isEmpty()) {
            notes.add(TEXTS.get("no-answer", item.id()));
            return new Mark(item.id(), line, false, hints);
        }
        return new Mark(
                item.id(),
                Optional.of(response.get().words(question.form())),
                Grader.grade(question.form(), response.get()) instanceof Grade.Right,
                hints);
    }

    private static Duration worked(Journal journal) {
        if (journal.acts().isEmpty()) {
            return Duration.ZERO;
        }
        Instant first = journal.acts().getFirst().at();
        Instant last = journal.acts().getLast().at();
        return last.isBefore(first) ? Duration.ZERO : Duration.between(first, last);
    }

    /// Says of files with the same acts at the same times that they have.
    ///
    /// @param graded the marks of each file, with the journal they were made from where it could be read
    static List<Marks> compared(List<Marks> graded, Map<String, Journal> journals) {
        List<Marks> compared = new ArrayList<>();
        for (Marks each : graded) {
            Optional<Marks> twin = graded.stream()
                    .filter(other -> !other.file().equals(each.file()))
                    .filter(other -> isSame(journals.get(each.file()), journals.get(other.file())))
                    .findFirst();
            compared.add(twin.map(other -> each.with(TEXTS.get("twin", other.file())))
                    .orElse(each));
        }
        return compared;
    }

    private static boolean isSame(@Nullable Journal one, @Nullable Journal other) {
        return one != null
                && other != null
                && !one.acts().isEmpty()
                && acts(one).equals(acts(other));
    }

    /// The acts without their seals, which the name is part of.
    private static List<String> acts(Journal journal) {
        return journal.acts().stream()
                .map(act -> act.at() + "|" + act.kind() + "|" + act.item() + "|" + act.value())
                .toList();
    }
}
