package dev.rockpool.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Progress that is read here and taken over there.
class ProgressTest {
    private static final int CARDS = 12;

    private final TestClock clock = new TestClock("2026-11-01T18:00:00Z");
    private final Database hereFile;
    private final Database thereFile;
    private final Study here;
    private final Study there;

    ProgressTest(@TempDir Path folder) {
        hereFile = Database.open(folder.resolve("here"));
        thereFile = Database.open(folder.resolve("there"));
        here = study(hereFile);
        there = study(thereFile);
    }

    private Study study(Database database) {
        Study study = new Study(database, clock, ZoneId.of("Europe/Berlin"), StudyOptions.STANDARD, new Seed(5));
        study.learnAbout(cards());
        return study;
    }

    private static List<StudyCard> cards() {
        List<StudyCard> cards = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            cards.add(new StudyCard("card-" + i, "note-" + i / 2, "deck", "topic", i, "hash"));
        }
        return cards;
    }

    private static List<String> ids() {
        return cards().stream().map(StudyCard::id).toList();
    }

    private void answer(Study study, RandomGenerator random) {
        for (int day = 0; day < 6; day++) {
            for (int i = 0; i < 8 && study.next().isPresent(); i++) {
                study.grade(
                        study.next().orElseThrow(),
                        Rating.of(1 + random.nextInt(4)),
                        Duration.ofSeconds(1 + random.nextInt(20)));
                clock.advance(Duration.ofSeconds(70 + random.nextInt(600)));
            }
            clock.advance(Duration.ofHours(20));
        }
    }

    private static List<String> queue(Study study) {
        List<String> due = new ArrayList<>();
        study.standings(ids()).forEach(standing -> due.add(standing.cardId() + standing.due() + standing.buried()));
        study.next().ifPresent(turn -> due.add(turn.cardId()));
        due.add(study.counts().toString());
        return due;
    }

    private static int answers(List<CardProgress> progress) {
        return (int) progress.stream()
                .flatMap(card -> card.past().stream())
                .filter(CardProgress.Answer.class::isInstance)
                .count();
    }

    @AfterEach
    void close() {
        hereFile.close();
        thereFile.close();
    }

    @Test
    void whatIsTakenOverIsWhatItWasAndEqualsItsReplay() {
        answer(here, new Seed(1).derive("answers"));
        here.suspend("card-3");
        here.flag("card-4", Flag.GREEN);
        here.bury("card-5");
        here.reset("card-6");
        List<CardProgress> progress = here.progress(ids());
        TakenOver taken = there.takeOver(progress);
        assertThat(there.progress(ids())).containsExactlyInAnyOrderElementsOf(progress);
        assertThat(queue(there)).isEqualTo(queue(here));
        assertThat(taken.reviews()).isEqualTo(answers(progress));
        assertThat(there.lastDays(14)).isEqualTo(here.lastDays(14));
        List<String> before = queue(there);
        there.rebuild();
        assertThat(queue(there)).isEqualTo(before);
        assertThat(there.progress(ids())).containsExactlyInAnyOrderElementsOf(progress);
    }

    @Test
    void takingOverAgainAddsNothing() {
        answer(here, new Seed(2).derive("answers"));
        there.takeOver(here.progress(ids()));
        TakenOver again = there.takeOver(here.progress(ids()));
        assertThat(again.reviews()).isZero();
        assertThat(again.cards()).isZero();
        assertThat(again.operations()).isEmpty();
        assertThat(again.known()).isEqualTo(answers(here.progress(ids()))).isPositive();
        TakenOver own = here.takeOver(here.progress(ids()));
        assertThat(own.operations()).isEmpty();
    }

    @Test
    void whatWasAnsweredHereSinceStaysAndNewerAnswersFollowIt() {
        Turn first = here.next().orElseThrow();
        here.grade(first, Rating.GOOD, Duration.ofSeconds(3));
        clock.advance(Duration.ofMinutes(1));
        there.grade(there.turn(first.cardId()).orElseThrow(), Rating.AGAIN, Duration.ofSeconds(3));
        TakenOver older = there.takeOver(here.progress(ids()));
        assertThat(older.older()).isEqualTo(1);
        assertThat(older.reviews()).isZero();
        clock.advance(Duration.ofMinutes(20));
        here.grade(here.turn(first.cardId()).orElseThrow(), Rating.GOOD, Duration.ofSeconds(3));
        TakenOver newer = there.takeOver(here.progress(ids()));
        assertThat(newer.reviews()).isEqualTo(1);
        assertThat(there.progress(List.of(first.cardId())).getFirst().past())
                .extracting(past -> ((CardProgress.Answer) past).rating())
                .containsExactly(Rating.AGAIN, Rating.GOOD);
    }

    @Test
    void takingBackLeavesEverythingAsItWasAndItCanBeTakenOverAgain() {
        answer(here, new Seed(3).derive("answers"));
        here.suspend("card-1");
        List<String> before = queue(there);
        TakenOver taken = there.takeOver(here.progress(ids()));
        assertThat(queue(there)).isNotEqualTo(before);
        there.takeBack(taken);
        assertThat(queue(there)).isEqualTo(before);
        assertThat(there.everAnswered()).isFalse();
        there.rebuild();
        assertThat(queue(there)).isEqualTo(before);
        TakenOver again = there.takeOver(here.progress(ids()));
        assertThat(again.reviews()).isEqualTo(taken.reviews());
        assertThat(queue(there)).isEqualTo(queue(here));
        there.takeBack(again);
        assertThat(there.everAnswered()).isFalse();
    }

    @Test
    void marksAreOnlyEverSet() {
        there.suspend("card-0");
        there.flag("card-0", Flag.BLUE);
        here.flag("card-0", Flag.RED);
        here.flag("card-1", Flag.RED);
        there.takeOver(here.progress(ids()));
        CardProgress kept = there.progress(List.of("card-0")).getFirst();
        assertThat(kept.suspended()).isTrue();
        assertThat(kept.flag()).isEqualTo(Flag.BLUE);
        assertThat(there.progress(List.of("card-1")).getFirst().flag()).isEqualTo(Flag.RED);
        assertThat(kept.buriedOn()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void cardsThatNoDeckHoldsYetWaitForIt() {
        answer(here, new Seed(4).derive("answers"));
        there.learnAbout(List.of());
        there.takeOver(here.progress(ids()));
        assertThat(there.next()).isEmpty();
        Learned learned = there.learnAbout(cards());
        assertThat(learned.edited()).isEmpty();
        assertThat(queue(there)).isEqualTo(queue(here));
    }
}
