package dev.rockpool.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.database.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttemptRepositoryTest {
    private static final Instant NOON = Instant.parse("2026-03-18T12:00:00.123456789Z");

    @TempDir
    Path folder;

    @Test
    void attemptsSurviveClosingInTheirOrder() {
        Attempt wrong = new Attempt("shards-needed", 7, "9", false, Optional.of("rounded-down"), NOON);
        Attempt right = new Attempt("shards-needed", 8, "12", true, Optional.empty(), NOON.minusSeconds(60));
        Attempt other = new Attempt("catch-up", 9, "600 s", false, Optional.empty(), NOON);
        try (Database database = Database.open(folder)) {
            AttemptRepository attempts = new AttemptRepository(database);
            attempts.keep(wrong);
            attempts.keep(right);
            attempts.keep(other);
        }
        try (Database database = Database.open(folder)) {
            AttemptRepository attempts = new AttemptRepository(database);
            assertThat(attempts.all()).containsExactly(wrong, right, other);
            assertThat(attempts.tallies())
                    .containsExactly(
                            new AttemptRepository.Tally("catch-up", 1, 0),
                            new AttemptRepository.Tally("shards-needed", 2, 1));
        }
    }

    @Test
    void aLongAnswerIsCut() {
        assertThat(new Attempt("catch-up", 1, "9".repeat(1_000), false, Optional.empty(), NOON).answer())
                .hasSize(Attempt.LONGEST_ANSWER);
    }

    @Test
    void aRightAnswerHasNoMisconception() {
        assertThatThrownBy(() -> new Attempt("catch-up", 1, "9", true, Optional.of("rounded-down"), NOON))
                .hasMessageContaining("rounded-down");
    }
}
