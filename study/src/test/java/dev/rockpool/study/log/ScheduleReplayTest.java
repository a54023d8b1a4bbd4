package dev.rockpool.study.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import dev.rockpool.trials.Trials;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScheduleReplayTest {
    private static final Fsrs6 MODEL = new Fsrs6(Fsrs6Weights.STANDARD);

    private final ScheduleReplay utc = replayIn(ZoneOffset.UTC);

    @Test
    void givesOneResultAReviewInTheOrderOfTheLogAndReplaysInTheOrderOfTime() {
        List<ReplayedReview> results = utc.replay(List.of(
                review("b", "2026-11-25T10:00:00Z", Rating.GOOD),
                review("a", "2026-11-23T10:00:00Z", Rating.GOOD),
                review("b", "2026-11-23T10:00:00Z", Rating.EASY)));
        assertThat(results).extracting(ReplayedReview::cardId).containsExactly("b", "a", "b");
        MemoryState first = MODEL.first(Rating.EASY);
        MemoryState second = MODEL.next(first, 2, Rating.GOOD);
        assertThat(results.get(2).retrievability()).isEmpty();
        assertThat(results.get(2).stability()).isEqualTo(first.stability());
        assertThat(results.get(2).stateName()).isEqualTo("review");
        assertThat(results.get(2).due()).isEqualTo(Instant.parse("2026-12-01T04:00:00Z"));
        assertThat(results.get(0).stability()).isEqualTo(second.stability());
        assertThat(results.get(0).difficulty()).isEqualTo(second.difficulty());
        assertThat(results.get(0).retrievability().orElseThrow())
                .isCloseTo(MODEL.retrievability(first, 2), within(1e-12));
    }

    @Test
    void aStepIsDueAfterItsDelayAndALapseIsRelearnt() {
        List<ReplayedReview> results = utc.replay(List.of(
                review("a", "2026-11-23T10:00:00Z", Rating.GOOD),
                review("a", "2026-11-23T10:10:00Z", Rating.GOOD),
                review("a", "2026-11-25T10:10:00Z", Rating.AGAIN)));
        assertThat(results).extracting(ReplayedReview::stateName).containsExactly("learning", "review", "relearning");
        assertThat(results)
                .extracting(ReplayedReview::due)
                .containsExactly(
                        Instant.parse("2026-11-23T10:10:00Z"),
                        Instant.parse("2026-11-25T04:00:00Z"),
                        Instant.parse("2026-11-25T10:20:00Z"));
    }

    @Test
    void aHistoryBeginsAnewAtEveryRunOfNewOrLearning() {
        List<ReplayedReview> results = utc.replay(List.of(
                review("a", "2026-11-01T10:00:00Z", Rating.GOOD, 2),
                review("a", "2026-11-02T10:00:00Z", Rating.GOOD, 0),
                review("a", "2026-11-02T10:01:00Z", Rating.GOOD, 1),
                review("a", "2026-11-04T10:00:00Z", Rating.AGAIN, 2),
                review("a", "2026-11-04T10:10:00Z", Rating.GOOD, 3),
                review("a", "2026-11-09T10:00:00Z", Rating.EASY, 1)));
        assertThat(results)
                .extracting(result -> result.retrievability().isEmpty())
                .containsExactly(true, true, false, false, false, true);
        assertThat(results.getLast().stability())
                .isEqualTo(MODEL.first(Rating.EASY).stability());
    }

    @Test
    void daysTurnAtFourInTheZone() {
        List<LoggedReview> night = List.of(
                review("a", "2026-11-23T22:00:00Z", Rating.EASY), review("a", "2026-11-24T02:59:00Z", Rating.GOOD));
        MemoryState first = MODEL.first(Rating.EASY);
        assertThat(replayIn(ZoneId.of("Europe/Berlin")).replay(night).getLast().stability())
                .as("03:59 in Berlin is the same study day")
                .isEqualTo(MODEL.next(first, 0, Rating.GOOD).stability());
        assertThat(replayIn(ZoneId.of("Asia/Tokyo")).replay(night).getLast().stability())
                .as("07:00 and 11:59 in Tokyo")
                .isEqualTo(MODEL.next(first, 0, Rating.GOOD).stability());
        assertThat(replayIn(ZoneId.of("Europe/Helsinki"))
                        .replay(night)
                        .getLast()
                        .stability())
                .as("00:00 and 04:59 in Helsinki")
                .isEqualTo(MODEL.next(first, 1, Rating.GOOD).stability());
    }

    @Test
    void theDueDayBeginsAtFourAlsoAfterTheClocksChange() {
        ReplayedReview result = replayIn(ZoneId.of("Europe/Berlin"))
                .replay(List.of(review("a", "2026-10-20T10:00:00Z", Rating.EASY)))
                .getFirst();
        assertThat(result.due()).isEqualTo(Instant.parse("2026-10-28T03:00:00Z"));
    }

    @Test
    void shuffledLogsGiveTheSameStates() {
        Trials.run(50, random -> {
            List<LoggedReview> log = new ArrayList<>();
            Instant time = Instant.parse("2026-01-01T12:00:00Z");
            for (int i = 0; i < 200; i++) {
                time = time.plusSeconds(random.nextLong(1, 100_000));
                log.add(new LoggedReview(
                        i + 2L, "c" + random.nextInt(10), time, Rating.of(random.nextInt(1, 5)), OptionalInt.empty()));
            }
            Map<Long, ReplayedReview> byLine = new HashMap<>();
            List<ReplayedReview> inOrder = utc.replay(log);
            for (int i = 0; i < log.size(); i++) {
                byLine.put(log.get(i).line(), inOrder.get(i));
            }
            List<LoggedReview> shuffled = new ArrayList<>(log);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                Collections.swap(shuffled, i, random.nextInt(i + 1));
            }
            List<ReplayedReview> results = utc.replay(shuffled);
            for (int i = 0; i < shuffled.size(); i++) {
                assertThat(results.get(i)).isEqualTo(byLine.get(shuffled.get(i).line()));
            }
        });
    }

    private static ScheduleReplay replayIn(ZoneId zone) {
        return new ScheduleReplay(Fsrs6Weights.STANDARD, SchedulerOptions.STANDARD, new StudyCalendar(zone));
    }

    private static LoggedReview review(String card, String time, Rating rating) {
        return new LoggedReview(0, card, Instant.parse(time), rating, OptionalInt.empty());
    }

    private static LoggedReview review(String card, String time, Rating rating, int state) {
        return new LoggedReview(0, card, Instant.parse(time), rating, OptionalInt.of(state));
    }
}
