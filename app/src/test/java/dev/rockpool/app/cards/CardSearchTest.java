package dev.rockpool.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.study.CardStanding;
import dev.rockpool.study.Flag;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.CardState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardSearchTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final CardSearch.Now NOW = new CardSearch.Now(
            NOON,
            LocalDate.of(2026, 11, 26),
            instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());

    private static final MemoryState MEMORY = new MemoryState(12.5, 6.5);
    private static final CardState REVIEWED = new CardState.Review(10, 3, false, MEMORY);

    private static final List<CardEntry> CARDS = List.of(
            card("new", "What is a shard?", "kafka", List.of("streams"), Optional.empty()),
            card(
                    "due",
                    "What does an offset order?",
                    "kafka",
                    List.of("streams", "exam"),
                    standing(REVIEWED, NOON.minus(Duration.ofDays(2)), 0.75, false, false, Flag.RED)),
            card(
                    "later",
                    "What costs a PUT?",
                    "s3-costs",
                    List.of(),
                    standing(REVIEWED, NOON.plus(Duration.ofDays(7)), 0.95, false, false, Flag.NONE)),
            card(
                    "step",
                    "When is a step due?",
                    "s3-costs",
                    List.of(),
                    standing(
                            new CardState.Learning(1, Duration.ofMinutes(10), MEMORY),
                            NOON.plusSeconds(60),
                            1,
                            false,
                            false,
                            Flag.NONE)),
            card(
                    "out",
                    "Who sleeps?",
                    "s3-costs",
                    List.of(),
                    standing(REVIEWED, NOON.minus(Duration.ofDays(1)), 0.5, true, false, Flag.BLUE)),
            card(
                    "put-off",
                    "Who waits?",
                    "s3-costs",
                    List.of(),
                    standing(REVIEWED, NOON.minus(Duration.ofDays(1)), 0.5, false, true, Flag.NONE)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | new due later step out put-off",
                "WHAT | new due later",
                "what -shard | due later",
                "\"an offset\" | due",
                "\"offset an\" | ''",
                "put-off | put-off",
                "topic:kafka | new due",
                "-topic:kafka what | later",
                "topic:s3* what | later",
                "deck:rock | new due later step out put-off",
                "deck:rock::pool | new due later step out put-off",
                "deck:roc | ''",
                "tag:exam or topic:s3-costs is:suspended | due out",
                "is:new | new",
                "is:learning | step",
                "is:review | due later out put-off",
                "is:relearning | ''",
                "is:due | due",
                "is:suspended | out",
                "is:buried | put-off",
                "is:leech | ''",
                "flag:any | due out",
                "flag:red | due",
                "flag:none is:review | later put-off",
                "due:0 | due step out put-off",
                "due:6 | due step out put-off",
                "due:7 | due later step out put-off",
                "due<0 | due out put-off",
                "due=7 | later",
                "recall<80 -is:suspended | due put-off",
                "recall>=95 | later step",
                "stability=12.5 is:due | due",
                "difficulty>6.5 | ''",
                "lapses>2 topic:kafka | due",
                "lapses=0 | new step",
                "or | due"
            })
    void findsWhatTheTermsSay(String search, String found) {
        CardSearch query = CardSearch.of(search, NOW);
        assertThat(query.problem()).isEmpty();
        assertThat(String.join(
                        " ",
                        CARDS.stream().filter(query::fits).map(CardEntry::id).toList()))
                .isEqualTo(found);
    }

    @Test
    void aFieldThatCannotHaveItsValueIsToldAndFindsNothing() {
        for (String search : List.of("is:tired", "flag:pink", "recall<many", "due:soon", "lapses")) {
            CardSearch query = CardSearch.of(search + " what", NOW);
            boolean word = search.equals("lapses");
            assertThat(query.problem().isPresent()).as(search).isEqualTo(!word);
            assertThat(CARDS).noneMatch(query::fits);
        }
        assertThat(CardSearch.of("is:tired", NOW).problem().orElseThrow().allowed())
                .contains("due", "suspended");
    }

    private static Optional<CardStanding> standing(
            CardState state, Instant due, double recall, boolean suspended, boolean buried, Flag flag) {
        return Optional.of(
                new CardStanding("", state, Optional.of(due), Optional.of(recall), suspended, buried, flag, false));
    }

    private static CardEntry card(
            String id, String front, String topic, List<String> tags, Optional<CardStanding> standing) {
        return new CardEntry(
                id, front, (id + " " + front).toLowerCase(Locale.ROOT), "Rock::Pool", topic, tags, standing);
    }
}
