package dev.rockpool.study.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.study.memory.Rating;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewLogCsvTest {
    private static final String HEADER = "card_id,review_time,review_rating\n";

    @TempDir
    Path folder;

    @Test
    void readsColumnsInAnyOrderAndIgnoresTheRest() throws IOException {
        List<LoggedReview> reviews = read("""
                \uFEFFreview_rating,deck,review_state,card_id,review_time,review_duration
                3,a,0,"c, 1",2026-11-23T20:15:00.250+01:00,1200

                1,b,,c2,1764000000000,
                """);
        assertThat(reviews)
                .containsExactly(
                        new LoggedReview(
                                2, "c, 1", Instant.parse("2026-11-23T19:15:00.250Z"), Rating.GOOD, OptionalInt.of(0)),
                        new LoggedReview(
                                4, "c2", Instant.ofEpochMilli(1_764_000_000_000L), Rating.AGAIN, OptionalInt.empty()));
    }

    @Test
    void aHeaderAloneIsAnEmptyLog() throws IOException {
        assertThat(read(HEADER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T19:15:00Z",
                "2026-11-23 19:15:00+00:00",
                "2026-11-23T20:15:00+01:00",
                "2026-11-23T20:15:00+0100",
                "2026-11-23T20:15:00+01",
                "2026-11-23T20:15+01:00",
                "2026-11-23t19:15:00z",
                "2026-11-23T14:45:00.000000000-04:30",
                "1795461300000"
            })
    void readsTheseTimes(String time) throws IOException {
        assertThat(read(HEADER + "c," + time + ",3\n"))
                .extracting(LoggedReview::time)
                .containsExactly(Instant.parse("2026-11-23T19:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c,2026-11-23T19:15:00,3|log-time|review_time \"2026-11-23T19:15:00\"",
                "c,2026-02-30T19:15:00Z,3|log-time|review_time",
                "c,2026-13-01T19:15:00Z,3|log-time|review_time",
                "c,2026-11-23T25:15:00Z,3|log-time|review_time",
                "c,2026-11-23T19:15:00.1234567890Z,3|log-time|review_time",
                "c,2026-11-23T19:15:00x,3|log-time|review_time",
                "c,2026-11-23T19:15:00+99:00,3|log-time|review_time",
                "c,yesterday,3|log-time|review_time \"yesterday\"",
                "c,-5,3|log-time|years 1970",
                "c,99999999999999999999,3|log-time|review_time",
                "c,999999999999999999,3|log-time|years 1970",
                "c,2026-11-23T19:15:00Z,0|log-rating|review_rating \"0\" is not 1, 2, 3 or 4",
                "c,2026-11-23T19:15:00Z,5|log-rating|review_rating",
                "c,2026-11-23T19:15:00Z,3.0|log-rating|review_rating",
                "c,2026-11-23T19:15:00Z,|log-rating|review_rating",
                ",2026-11-23T19:15:00Z,3|log-card|card_id is empty",
                "c,2026-11-23T19:15:00Z|log-ragged|2 fields where the header has 3",
                "c,2026-11-23T19:15:00Z,3,4|log-ragged|4 fields"
            })
    void namesFileLineAndFieldOfAFault(String line, String code, String sentence) {
        assertThatThrownBy(() -> read(HEADER + "a,2026-11-23T19:15:00Z,3\n" + line + "\n"))
                .isInstanceOfSatisfying(InputException.class, fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.sentence())
                            .contains("log.csv:3: ")
                            .contains(sentence)
                            .doesNotContain("\n");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card_id,review_time|no column review_rating",
                "card_id;review_time;review_rating|no column card_id",
                "card_id,review_time,review_rating,card_id|the column card_id twice",
                "card_id,review_time,review_rating,review_duration,review_duration|the column review_duration twice"
            })
    void namesWhatIsWrongWithTheHeader(String header, String sentence) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo("log-header"))
                .hasMessageContaining("log.csv:1: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesAStateThatIsNone() {
        assertThatThrownBy(() -> read("card_id,review_time,review_rating,review_state\nc,2026-11-23T19:15:00Z,3,4\n"))
                .hasMessageContaining("log.csv:2: review_state \"4\" is not 0, 1, 2 or 3");
    }

    @Test
    void refusesAnEmptyFileAMissingOneAndAFolder() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("log.csv is empty");
        assertThatThrownBy(() -> ReviewLogCsv.read(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.csv is not a file that can be read");
        assertThatThrownBy(() -> ReviewLogCsv.read(folder)).isInstanceOf(InputException.class);
    }

    @Test
    void namesTheLineOfBytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("log.csv");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            rows.append("c").append(i).append(",2026-11-23T19:15:00Z,3\n");
        }
        byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
        text[text.length - 10] = (byte) 0xff;
        Files.write(file, text);
        assertThatThrownBy(() -> ReviewLogCsv.read(file))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo("log-encoding"))
                .hasMessageContaining("log.csv:2001: ");
    }

    @Test
    void cutsLongValuesAndEndsAtAQuotationMarkThatIsNotClosed() {
        assertThatThrownBy(() -> read(HEADER + "c," + "9".repeat(5_000) + ",3\n"))
                .hasMessageContaining("9".repeat(80) + "…")
                .extracting(fault -> String.valueOf(fault.getMessage()).length())
                .satisfies(length -> assertThat(length).isLessThan(400));
        assertThatThrownBy(() -> read(HEADER + "\"c,2026-11-23T19:15:00Z,3\n"))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo("log-quotes"));
        assertThatThrownBy(() -> read(HEADER + "\"c" + "x".repeat(3_000_000)))
                .hasMessageContaining("is a quotation mark not closed?");
    }

    private List<LoggedReview> read(String content) throws IOException {
        return ReviewLogCsv.read(Files.writeString(folder.resolve("log.csv"), content));
    }
}
