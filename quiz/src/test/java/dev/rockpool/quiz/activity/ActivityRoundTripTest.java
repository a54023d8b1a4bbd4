package dev.rockpool.quiz.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.content.Activities;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.Finding;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.ParsedActivity;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.task.LabTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A teacher writes, students work, the teacher grades.
class ActivityRoundTripTest {
    private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");
    private static final ActivityParser PARSER = new ActivityParser(LabTasks::fault);
    private static final ActivityParser PLAIN = new ActivityParser();
    private static final Activity ACTIVITY =
            PLAIN.parse("mine.md", Activities.example(), false).activity().orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void theBuiltInActivitiesCanBeDone() {
        assertThat(Activities.builtIn(PARSER))
                .isNotEmpty()
                .allSatisfy(parsed -> assertThat(parsed.faults()).isEmpty());
    }

    @Test
    void aRoundTripFromTheAuthorToTheMarks() throws IOException {
        write("ada", handIn(work("Ada", true)));
        write("bob", handIn(work("=Bob", false)));
        GradeBook book = GradeBook.of(folder, List.of(ACTIVITY));
        assertThat(book.marks()).extracting(Grading.Marks::right).containsExactly(4, 3);
        assertThat(book.marks()).allSatisfy(marks -> assertThat(marks.notes()).isEmpty());
        assertThat(book.csv())
                .isEqualTo("file,student,right,of,percent,minutes,hints,noticed,"
                        + "stop-throttling,keep-up,small-records,how-many\r\n"
                        + "ada.handin.json,Ada,4,4,100,5,1,,1,1,1,1\r\n"
                        + "bob.handin.json,'=Bob,3,4,75,5,1,,1,1,1,0\r\n");
    }

    /// Each of these changes is told in a sentence, and no mark is taken from the file's own claim.
    @Test
    void whatWasChangedIsTold() throws IOException {
        HandIn bob = handIn(work("Bob", false));
        noticed(bob, text -> text.replace("\"right\" : 3", "\"right\" : 4"), 3, "says 4 of 4 right; the model finds 3");
        noticed(bob, text -> text.replace("\"Bob\"", "\"Eve\""), null, "The name, the activity or the first act");
        noticed(bob, text -> text.replace("written:13", "written:12"), 4, "Act 6 was changed");
        noticed(bob, text -> text.replaceFirst("(?s)\\{[^{}]*\"hint\"[^{}]*\\},\\s*", ""), 3, "Act 3 was changed");
        noticed(bob, text -> text.replace(ACTIVITY.id(), "another"), 0, "answers the activity \"another\"");
        noticed(bob, text -> text.replaceFirst("T09:05", "T09:03"), 3, "Act 7 was changed");
        noticed(
                bob,
                text -> text.replace("set:shards=4", "set:recordBytes=64"),
                2,
                "is none that the task can be given");
        noticed(bob, _ -> "{}", null, "is no handed-in file");
        noticed(bob, text -> text.substring(0, 400), null, "is no handed-in file");
    }

    private void noticed(HandIn handIn, UnaryOperator<String> change, @Nullable Integer right, String note)
            throws IOException {
        String changed = change.apply(handIn.text());
        assertThat(changed).isNotEqualTo(handIn.text());
        Files.writeString(folder.resolve("one" + HandIn.ENDING), changed);
        Grading.Marks marks = GradeBook.of(folder, List.of(ACTIVITY)).marks().getFirst();
        assertThat(marks.notes()).as(note).anyMatch(sentence -> sentence.contains(note));
        if (right != null) {
            assertThat(marks.right()).as(note).isEqualTo(right);
        }
    }

    @Test
    void anotherEditionLateWorkAndTheSameActsTwiceAreTold() throws IOException {
        Activity edited = PLAIN.parse(
                        "mine.md", ACTIVITY.text().replace("for less than 60", "for less than  60"), false)
                .activity()
                .orElseThrow();
        Journal journal = work("Ada", true);
        assertThat(Grading.grade("a", handIn(journal), edited).notes())
                .anyMatch(note -> note.contains("another edition"));
        Journal open = new Journal(
                journal.edition(),
                "Ada",
                journal.acts().subList(0, journal.acts().size() - 1));
        assertThat(Grading.grade("a", handIn(open), ACTIVITY).notes()).anyMatch(note -> note.contains("not handed in"));
        Journal late = open.with(Act.Kind.HAND_IN, "", "", START.plus(Duration.ofMinutes(31)));
        assertThat(Grading.grade("a", handIn(late), ACTIVITY).notes())
                .containsExactly("The work took 31 minutes; 20 were given.");
        Journal back = open.with(Act.Kind.HAND_IN, "", "", START);
        assertThat(Grading.grade("a", handIn(back), ACTIVITY).notes()).anyMatch(note -> note.contains("lies before"));
        write("ada", handIn(journal));
        write("eve", handIn(again(journal, "Eve")));
        assertThat(GradeBook.of(folder, List.of(ACTIVITY)).marks())
                .allMatch(marks -> marks.notes().stream().anyMatch(note -> note.contains("The same acts")));
    }

    /// Whoever writes a program can seal what never happened. Its answers are judged all the same.
    @Test
    void whoCanSealAJournalStillNeedsRightAnswers() {
        Journal forged = Journal.begin(ACTIVITY, "Mallory", START)
                .with(Act.Kind.ANSWER, "stop-throttling", "set:shards=2", START)
                .with(Act.Kind.HAND_IN, "", "", START);
        Grading.Marks marks = Grading.grade("m", new HandIn(ACTIVITY.id(), forged, 4, 4), ACTIVITY);
        assertThat(marks.right()).isZero();
        assertThat(marks.notes()).containsExactly("The file says 4 of 4 right; the model finds 0 of 4.");
    }

    @Test
    void theActivityIsFoundByWhatMostFilesAnswer() throws IOException {
        write("ada", handIn(work("Ada", true)));
        ParsedActivity other = PLAIN.parse("b.md", ACTIVITY.text().replace("shards-for-less", "other"), false);
        assertThat(GradeBook.of(folder, List.of(other.activity().orElseThrow(), ACTIVITY))
                        .activity())
                .isEqualTo(ACTIVITY);
        assertThatThrownBy(() -> GradeBook.of(folder, List.of())).hasMessageContaining("which is not here");
        assertThatThrownBy(() -> GradeBook.of(folder.resolve("none"), List.of(ACTIVITY)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void theParserSaysWhatIsWrong() {
        assertThat(sentences(ACTIVITY.text().replace("minutes: 20", "minutes: 500")))
                .contains("minutes");
        assertThat(sentences(ACTIVITY.text().replace("{#keep-up}", ""))).contains("id of its own");
        assertThat(PARSER.parse("a.md", ACTIVITY.text().replace("free: shards\n", "free: shard\n"), false)
                        .faults())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.contains("no control"));
        assertThat(sentences("---\nactivity: a\ntitle: T\nabout: A\nminutes: 5\n---\n\n## Read {#r}\n\nWords.\n"))
                .contains("asks nothing");
    }

    private static String sentences(String text) {
        return String.join(
                "\n",
                PLAIN.parse("a.md", text, false).faults().stream()
                        .map(Finding::sentence)
                        .toList());
    }

    /// Four answers, with a hint before the second; without `all` the last is wrong.
    private static Journal work(String student, boolean all) {
        Question choice = Grading.question(ACTIVITY.items().get(2), student);
        String right = choice.form() instanceof Form.Choice asked
                ? Response.Chosen.of(asked.rankOfKey()).line()
                : "";
        return Journal.begin(ACTIVITY, student, START)
                .with(Act.Kind.ANSWER, "stop-throttling", set("4"), START.plusSeconds(60))
                .with(Act.Kind.HINT, "keep-up", "1", START.plusSeconds(90))
                .with(Act.Kind.ANSWER, "keep-up", set("2"), START.plusSeconds(120))
                .with(Act.Kind.ANSWER, "small-records", right, START.plusSeconds(180))
                .with(Act.Kind.ANSWER, "how-many", all ? "written:12" : "written:13", START.plusSeconds(240))
                .with(Act.Kind.HAND_IN, "", "", START.plusSeconds(300));
    }

    private static String set(String shards) {
        return new Response.Tuned(List.of(new LabSetting("shards", shards))).line();
    }

    /// The same acts under another name, sealed anew.
    private static Journal again(Journal journal, String student) {
        Journal copy = new Journal(journal.edition(), student, List.of());
        for (Act act : journal.acts()) {
            copy = copy.with(act.kind(), act.item(), act.value(), act.at());
        }
        return copy;
    }

    private static HandIn handIn(Journal journal) {
        int right = (int) ACTIVITY.items().stream()
                .filter(item -> Grading.isRight(item, journal))
                .count();
        return new HandIn(ACTIVITY.id(), journal, right, ACTIVITY.items().size());
    }

    private void write(String name, HandIn handIn) throws IOException {
        Files.writeString(folder.resolve(name + HandIn.ENDING), handIn.text());
    }
}
