package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.Card;
import dev.rockpool.content.Finding;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Flag;
import dev.rockpool.study.Plan;
import dev.rockpool.study.StateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnkiImportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    @TempDir
    private Path root;

    private Optional<Learner> opened = Optional.empty();

    private Learner learner() {
        Learner learner = opened.orElseGet(() -> new Learner(root.resolve("there"), NOW));
        opened = Optional.of(learner);
        return learner;
    }

    @AfterEach
    void close() {
        opened.ifPresent(Learner::close);
    }

    private Arrival.Arrived arrive(Path file, AnkiImport.Wanted wanted) {
        Learner learner = learner();
        try (Arrival arrival =
                new AnkiImport(learner.library, learner.study, learner.decks, learner.now).prepare(file, wanted)) {
            Arrival.Arrived arrived = arrival.commit();
            learner.learn();
            return arrived;
        }
    }

    private Card card(String id) {
        return learner().library.snapshot().card(id).orElseThrow();
    }

    private CardProgress progress(String id) {
        return learner().study.progress(List.of(id)).getFirst();
    }

    private static ForeignPackage spanish() {
        return new ForeignPackage()
                .note(
                        1_600_000_000_000L,
                        "q:Zb]{1",
                        ForeignPackage.BASIC,
                        " verbs leech ",
                        List.of(
                                "to <b>speak</b> &amp; say",
                                "hablar<br>decir <img src=\"lips%201.png\"> <img src='http://x.org/t.png'>"
                                        + "[sound:hablar.mp3]<script>alert(1)</script>"),
                        0)
                .note(
                        1_600_000_001_000L,
                        "q:Zb]{2",
                        ForeignPackage.REVERSED,
                        "",
                        List.of("dog", "<div>el perro</div><div>la perra</div>"),
                        0,
                        1)
                .note(
                        1_600_000_002_000L,
                        "q:Zb]{3",
                        ForeignPackage.CLOZE,
                        "",
                        List.of("Yo {{c1::hablo::speak}} y tú {{c2::hablas}}.", "Note: present"),
                        0,
                        1)
                .medium("lips 1.png", ForeignPackage.PNG);
    }

    @ParameterizedTest
    @EnumSource(AnkiPackage.Version.class)
    void readsEveryVersion(AnkiPackage.Version version) {
        Path file = spanish().write(root.resolve("Spanish.apkg"), version);
        Arrival.Summary summary = arrive(file, AnkiImport.Wanted.ALL).summary();
        assertThat(summary.added()).isEqualTo(3);
        assertThat(summary.cards()).isEqualTo(5);
        assertThat(summary.pictures()).isEqualTo(1);
        assertThat(summary.losses()).isEqualTo(Map.of(Loss.PICTURE_REMOTE, 1, Loss.SOUND, 1));
        String first = IncomingNotes.id("q:Zb]{1");
        assertThat(card(first).prompt()).isEqualTo("to **speak** & say");
        assertThat(card(first).answer())
                .startsWith("hablar\\\ndecir ![](media/lips-1-")
                .doesNotContain("alert", "x.org", "sound");
        assertThat(card(first).tags()).containsExactly("verbs");
        String second = IncomingNotes.id("q:Zb]{2");
        assertThat(card(second).answer()).isEqualTo("el perro\n\nla perra");
        assertThat(card(second + "-card-2").prompt()).isEqualTo("el perro la perra");
        assertThat(card(second + "-card-2").answer()).isEqualTo("dog");
        String third = IncomingNotes.id("q:Zb]{3");
        assertThat(card(third + "/c1").prompt()).startsWith("Yo **[speak]** y tú hablas.");
        assertThat(card(third + "/c2").answer()).contains("Note\\: present");
        assertThat(learner().library.snapshot().deckOf(first).orElseThrow().name())
                .isEqualTo("Languages::Español");
        assertThat(learner()
                        .library
                        .image(
                                learner().library.snapshot().deckOf(first).orElseThrow(),
                                card(first).answer().replaceAll("(?s).*\\((media/[^)]*)\\).*", "$1")))
                .hasValue(ForeignPackage.PNG);
        assertThat(learner().library.snapshot().findings().stream().filter(Finding::isFault))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnkiPackage.Version.class)
    void takesSchedulesAsTheCardsHaveThem(AnkiPackage.Version version) {
        long id = 1_600_000_000_000L;
        Path file = spanish()
                .card(id, id, 0, 2, -1, 100, 30, 1, 0, 2)
                .review("2026-09-02T10:00:00Z", id, 3, -600, 0, 0)
                .review("2026-09-02T10:11:00Z", id, 3, 4, 2500, 0)
                .review("2026-09-06T10:00:00Z", id, 1, -600, 2500, 1)
                .review("2026-09-06T10:10:01Z", id, 3, 2, 2500, 2)
                .review("2026-09-08T10:10:02Z", id, 2, 5, 0, 3)
                .review("2026-09-08T10:10:03Z", id, 0, 9, 0, 5)
                .review("2026-09-09T10:10:04Z", id, 4, 30, 2500, 3)
                .card(
                        id + 1000,
                        id + 1000,
                        0,
                        1,
                        1,
                        Instant.parse("2026-11-23T18:05:00Z").getEpochSecond(),
                        0,
                        0,
                        2001,
                        7)
                .review("2026-11-23T17:55:00.500Z", id + 1000, 3, -600, 0, 0)
                .card(id + 1001, id + 1000, 1, 0, 0, 5, 0, 0, 0, 0)
                .review("2026-09-03T10:00:00Z", id + 1001, 4, 10, 2500, 0)
                .card(id + 2000, id + 2000, 0, 2, 2, 90, 12, 0, 0, 0)
                .write(root.resolve("Spanish.apkg"), version);
        Arrival.Summary summary = arrive(file, AnkiImport.Wanted.ALL).summary();
        assertThat(summary.reviews()).isEqualTo(7);
        assertThat(summary.losses())
                .containsEntry(Loss.PREVIEW, 1)
                .containsEntry(Loss.FLAG, 1)
                .containsEntry(Loss.NO_HISTORY, 1);
        CardProgress first = progress(IncomingNotes.id("q:Zb]{1"));
        assertThat(first.suspended()).isTrue();
        assertThat(first.flag()).isEqualTo(Flag.ORANGE);
        assertThat(first.past()).hasSize(5);
        Plan plan = ((CardProgress.Answer) first.past().getLast()).plan();
        assertThat(plan.kind()).isEqualTo(StateKind.REVIEW);
        assertThat(plan.intervalDays()).isEqualTo(30);
        assertThat(plan.lapses()).isEqualTo(1);
        assertThat(plan.due()).as("100 days after 1 September").isEqualTo("2026-12-10T03:00:00Z");
        CardProgress second = progress(IncomingNotes.id("q:Zb]{2"));
        Plan step = ((CardProgress.Answer) second.past().getLast()).plan();
        assertThat(step.kind()).isEqualTo(StateKind.LEARNING);
        assertThat(step.stepsLeft()).isEqualTo(1);
        assertThat(step.delay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(step.due()).isEqualTo("2026-11-23T18:05:00.500Z");
        assertThat(second.flag()).isEqualTo(Flag.NONE);
        CardProgress forgotten = progress(IncomingNotes.id("q:Zb]{2") + "-card-2");
        assertThat(forgotten.past()).hasSize(2);
        assertThat(forgotten.memory()).isEmpty();
        assertThat(progress(IncomingNotes.id("q:Zb]{3") + "/c1").isBlank()).isTrue();
        Map<String, CardProgress> before = byId(learner().progress());
        learner().study.rebuild();
        assertThat(byId(learner().progress())).isEqualTo(before);
    }

    private static Map<String, CardProgress> byId(List<CardProgress> progress) {
        return progress.stream().collect(java.util.stream.Collectors.toMap(CardProgress::cardId, card -> card));
    }

    @Test
    void ourOwnPackageMakesTheSameQueueElsewhere() {
        Path file = root.resolve("mine.apkg");
        Learner there = learner();
        try (Learner here = new Learner(root.resolve("here"), Instant.parse("2026-11-01T18:00:00Z"))) {
            here.write("mine.md", """
                    ---
                    deck: Mine::Streams
                    topic: streams
                    title: Streams
                    ---

                    ## Which *one*, `a<b` or [c]? {#my-one}

                    1. First
                    2. Second

                       with more

                    Source: https://example.org/a_b (primary, 2026-10)
                    Tags: #one

                    ## Text {#my-text}

                    Keys: {{c1::`{{x}}`::a hint}} and {{c2::**bold**}}.

                    | a | b |
                    |---|---|
                    | {{c3::1}} | 2 |

                    Source: a book (recalled)

                    ## How many? {#my-many .typed}

                    12

                    Accept: twelve | a dozen
                    Source: a book (recalled)
                    """);
            here.studies(10, 25, new Seed(11).derive("answers"));
            here.study.suspend("my-one");
            here.study.flag("my-many", Flag.BLUE);
            here.export(file);
            there.now = here.now;
            Arrival.Summary summary = arrive(file, AnkiImport.Wanted.ALL).summary();
            assertThat(summary.added()).isEqualTo(3);
            assertThat(summary.losses()).isEmpty();
            assertThat(due(there)).isEqualTo(due(here));
            assertThat(there.study.counts()).isEqualTo(here.study.counts());
            for (String id : List.of("my-one", "my-text/c1", "my-text/c3", "my-many")) {
                Card here1 = here.library.snapshot().card(id).orElseThrow();
                Card there1 = there.library.snapshot().card(id).orElseThrow();
                assertThat(there1.prompt().replace("\\", ""))
                        .isEqualTo(here1.prompt().replace("\\", ""));
                assertThat(there1.sources()).isEqualTo(here1.sources());
                assertThat(there1.tags()).isEqualTo(here1.tags());
                assertThat(there1.accepted()).isEqualTo(here1.accepted());
            }
            assertThat(states(there)).isEqualTo(states(here));
            there.study.rebuild();
            assertThat(states(there)).isEqualTo(states(here));
            Arrival.Summary again = arrive(file, AnkiImport.Wanted.ALL).summary();
            assertThat(again.added()).isZero();
            assertThat(again.updated()).isZero();
            assertThat(again.reviews()).isZero();
            assertThat(states(there)).isEqualTo(states(here));
            Path back = root.resolve("back.apkg");
            there.export(back);
            try (Arrival home = new AnkiImport(here.library, here.study, here.decks, here.now)
                    .prepare(back, AnkiImport.Wanted.ALL)) {
                Arrival.Summary home1 = home.commit().summary();
                assertThat(home1.reviews()).isZero();
                assertThat(home1.added()).isZero();
            }
        }
    }

    private static List<String> due(Learner learner) {
        return learner.study.standings(learner.cardIds()).stream()
                .map(standing -> standing.cardId() + " " + standing.due() + " " + standing.buried() + " "
                        + standing.suspended() + standing.flag() + standing.leech())
                .sorted()
                .toList();
    }

    private static List<String> states(Learner learner) {
        return learner.study.standings(learner.cardIds()).stream()
                .map(standing -> standing.cardId() + " " + standing.state())
                .sorted()
                .toList();
    }

    @Test
    void takingBackLeavesDecksAndStatesAsTheyWere() throws IOException {
        Learner learner = learner();
        long id = 1_600_000_000_000L;
        ForeignPackage source =
                spanish().card(id, id, 0, 2, 2, 100, 30, 0, 0, 0).review("2026-09-09T10:10:04Z", id, 4, 30, 2500, 0);
        Path file = source.write(root.resolve("Spanish.apkg"), AnkiPackage.Version.LATEST);
        List<String> before = due(learner);
        Arrival.Arrived arrived = arrive(file, AnkiImport.Wanted.ALL);
        assertThat(due(learner)).hasSize(before.size() + 5);
        arrived.takeBack();
        learner.learn();
        assertThat(due(learner)).isEqualTo(before);
        assertThat(files(learner.decks)).isEmpty();
        arrive(file, AnkiImport.Wanted.ALL);
        assertThat(progress(IncomingNotes.id("q:Zb]{1")).past()).hasSize(1);
        Path edited = new ForeignPackage()
                .note(id, "q:Zb]{1", ForeignPackage.BASIC, "", List.of("to talk", "hablar"), 0)
                .write(root.resolve("Spanish2.apkg"), AnkiPackage.Version.LEGACY_1);
        Arrival.Arrived update = arrive(edited, new AnkiImport.Wanted(Optional.of("Else: \"where\""), false));
        assertThat(update.summary().updated()).isEqualTo(1);
        assertThat(card(IncomingNotes.id("q:Zb]{1")).prompt()).isEqualTo("to talk");
        assertThat(learner.library
                        .snapshot()
                        .deckOf(IncomingNotes.id("q:Zb]{1"))
                        .orElseThrow()
                        .name())
                .isEqualTo("Else: \"where\"");
        assertThat(learner.library.snapshot().card(IncomingNotes.id("q:Zb]{2")))
                .as("not in the second package")
                .isPresent();
        assertThat(progress(IncomingNotes.id("q:Zb]{1")).past())
                .as("an edit keeps progress")
                .hasSize(1);
        update.takeBack();
        learner.learn();
        assertThat(card(IncomingNotes.id("q:Zb]{1")).prompt()).isEqualTo("to **speak** & say");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }
}
