package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonParserTest {
    private static final String HEAD = """
        ---
        lesson: tides
        title: Tides
        about: Why the water comes.
        minutes: 5
        ---

        """;

    private static ParsedLesson parse(String text) {
        return new LessonParser().parse("tides.md", text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<LessonStep> steps(String body) {
        ParsedLesson parsed = parse(HEAD + body);
        assertThat(parsed.faults()).isEmpty();
        return parsed.lesson().orElseThrow().steps();
    }

    private static String onlyFault(String text) {
        ParsedLesson parsed = parse(text);
        assertThat(parsed.lesson()).isEmpty();
        assertThat(parsed.faults()).hasSize(1);
        return parsed.faults().getFirst().line() + ": "
                + parsed.faults().getFirst().sentence();
    }

    @Test
    void aStepHasTextNotesTimeSourceAndScene() {
        List<LessonStep> steps = steps("""
            ## The Moon

            It **pulls**.

            ### Notes

            Ask who has seen it.

            Show: shards/hot-key
            Beside: shards/one-key
            At: 20
            Source: https://example.org/tides (primary, 2026-10)
            Time: 1:30
            """);
        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.title()).isEqualTo("The Moon");
            assertThat(step.text()).isEqualTo("It **pulls**.");
            assertThat(step.notes()).isEqualTo("Ask who has seen it.");
            assertThat(step.seconds()).isEqualTo(90);
            assertThat(step.scene()).contains(new LessonScene("shards", "hot-key", Optional.of("one-key"), 20, 16));
            assertThat(step.act()).isEqualTo(new LessonAct.Tell());
            assertThat(step.sources())
                    .singleElement()
                    .extracting(Source::location)
                    .isEqualTo("https://example.org/tides");
        });
    }

    @Test
    void guessRunAndRevealKeepTheLabOfTheStepBefore() {
        List<LessonStep> steps = steps("""
            ## How high? {.predict}

            Show: shards/hot-key
            Time: 0:30

            ## It rises {.run}

            Until: 60
            Time: 0:30

            ## So high {.reveal}

            Time: 0:30

            ## Words only

            Time: 0:30
            """);
        assertThat(steps)
                .extracting(LessonStep::act)
                .containsExactly(
                        new LessonAct.Predict(),
                        new LessonAct.Run(OptionalInt.of(60)),
                        new LessonAct.Reveal(),
                        new LessonAct.Tell());
        assertThat(steps.subList(0, 3))
                .allMatch(step -> step.scene().orElseThrow().preset().equals("hot-key"));
        assertThat(steps.getLast().scene()).isEmpty();
    }

    @Test
    void choicesStandAtTheEndOfTheText() {
        List<LessonStep> steps = steps("""
            ## When?

            Time: 0:10

            ## Your choice {.poll}

            - This is text:

            Which?

            - at noon
            - at night

            Time: 0:10

            ## With a right one {.poll}

            - [ ] at noon
            - [x] twice a day

            ### Answer

            About every 12 hours 25 minutes.

            Time: 0:10
            """);
        assertThat(steps.get(1).text()).isEqualTo("- This is text:\n\nWhich?");
        assertThat(steps.get(1).act())
                .isEqualTo(new LessonAct.Poll(
                        List.of(
                                new LessonAct.Choice("at noon", Optional.empty()),
                                new LessonAct.Choice("at night", Optional.empty())),
                        ""));
        assertThat(steps.get(2).act())
                .isEqualTo(new LessonAct.Poll(
                        List.of(
                                new LessonAct.Choice("at noon", Optional.of(false)),
                                new LessonAct.Choice("twice a day", Optional.of(true))),
                        "About every 12 hours 25 minutes."));
    }

    @Test
    void questionsBeforeAndAfterArePairs() {
        ParsedLesson parsed = parse(HEAD + """
            ## One {.before}

            Ask: shards-needed
            Time: 0:10

            ## One again {.after}

            Ask: shards-needed
            Time: 0:10
            """);
        assertThat(parsed.lesson().orElseThrow().questions()).isEqualTo(1);
        assertThat(onlyFault(HEAD + """
            ## One {.before}

            Ask: shards-needed
            Time: 0:10

            ## Another {.after}

            Ask: catch-up
            Time: 0:10
            """))
                .isEqualTo("13: Question 1 after is not of the kind of question 1 before in line 8; give both the same"
                        + " Ask:.");
        assertThat(onlyFault(HEAD + "## One {.before}\n\nAsk: shards-needed\nTime: 0:10\n"))
                .isEqualTo(
                        "8: There are 1 questions before and 0 after; ask each twice, so that the gain can be told.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A {.sing}\\n\\nTime: 1:00                    | 8: The class ".sing" names no kind of step
        A\\n\\nWords                                | 8: This step has no time
        A\\n\\nTime: 60                             | 10: Time: "60" is none
        A\\n\\nTime: 6:00                           | 2: The steps take 6:00 together
        A {.run}\\n\\nTime: 1:00                    | 8: Nothing is in sight in this step
        A\\n\\nShow: hot key\\nTime: 1:00           | 10: Show: "hot key" is no place
        A\\n\\nShow: a/b\\nBeside: c/d\\nTime: 1:00 | 11: Beside: "c/d" is no preset of the same lab
        A\\n\\nUntil: 5\\nTime: 1:00                | 10: The field Until belongs to a step of the class .run
        A\\n\\nAsk: x\\nTime: 1:00                  | 10: The field Ask belongs to a question before or after
        A\\n\\nTime: 1:00\\nTime: 1:00              | 11: The field Time stands twice
        A\\n\\nColour: red\\nTime: 1:00             | 10: A lesson has no field "Colour"
        A\\n\\n### Jokes\\n\\nTime: 1:00            | 10: A step has no part "Jokes"
        A\\n\\n### Answer\\n\\nYes\\n\\nTime: 1:00  | 8: Only a poll or a question has an
        A {.poll}\\n\\n- one\\n\\nTime: 1:00        | 8: This step has 1 choices
        A {.poll}\\n\\n- [x] b\\n- [x] c\\n\\nTime: 1:00 | 8: Of the choices 2 are marked [x]
        """)
    void whatIsWrongIsOneSentenceWithItsLine(String body, String fault) {
        assertThat(onlyFault(HEAD + "## " + body.replace("\\n", "\n") + "\n")).startsWith(fault);
    }

    @Test
    void theFrontMatterIsChecked() {
        assertThat(onlyFault("## A\n\nTime: 1:00\n")).startsWith("1: A lesson starts with front matter");
        assertThat(onlyFault(HEAD.replace("minutes: 5", "minutes: 500") + "## A\n\nTime: 1:00\n"))
                .startsWith("2: The front matter needs the field minutes with a whole number from 1 to 180");
        assertThat(onlyFault(HEAD.replace("about: Why the water comes.\n", "") + "## A\n\nTime: 1:00\n"))
                .startsWith("2: The front matter needs the field about");
        assertThat(onlyFault(HEAD.replace("lesson: tides", "lesson: High Tides") + "## A\n\nTime: 1:00\n"))
                .startsWith("2: The lesson’s name \"High Tides\" is not in kebab-case");
        assertThat(onlyFault(HEAD)).startsWith("1: The lesson has no step");
        assertThat(onlyFault(HEAD + "# A\n\n## B\n\nTime: 1:00\n"))
                .startsWith("8: A lesson’s title stands in its front matter");
    }

    @Test
    void builtInLessonsHaveNoFaultAndTakeTenMinutesAtMost() {
        assertThat(Lessons.builtIn()).hasSizeGreaterThanOrEqualTo(1).allSatisfy(parsed -> {
            assertThat(parsed.faults()).isEmpty();
            Lesson lesson = parsed.lesson().orElseThrow();
            assertThat(lesson.minutes()).isLessThanOrEqualTo(10);
            assertThat(lesson.questions()).isPositive();
            assertThat(lesson.builtIn()).isTrue();
            assertThat(lesson.steps()).allMatch(step -> !step.notes().isEmpty());
        });
        Set<String> ids = new HashSet<>();
        assertThat(Lessons.builtIn())
                .allMatch(parsed -> ids.add(parsed.lesson().orElseThrow().id()));
    }

    @Test
    void aFolderIsReadWithItsFaults(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), Lessons.example());
        Files.writeString(folder.resolve("b.md"), "nothing");
        assertThat(Lessons.in(folder))
                .hasSize(2)
                .extracting(parsed -> parsed.lesson().isPresent())
                .containsExactly(true, false);
        assertThat(Lessons.in(folder.resolve("none"))).isEmpty();
    }

    @Test
    void noTextMakesItThrow() {
        for (String text :
                List.of("", "---", "---\n---\n", "---\n- a\n---\n## {.poll}\n- \n", HEAD + "## A {.before}\n- [x]\n")) {
            assertThat(parse(text).faults()).isNotEmpty();
        }
    }
}
