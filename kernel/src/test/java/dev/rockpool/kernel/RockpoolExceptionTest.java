package dev.rockpool.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RockpoolExceptionTest {
    @Test
    void carriesItsSentenceCodeAndCause() {
        IOException cause = new IOException("No space left on device");
        RockpoolException failure = new EnvironmentException("database-disk-full", "The disk is full.", cause);
        assertThat(failure.code()).isEqualTo("database-disk-full");
        assertThat(failure.sentence()).isEqualTo("The disk is full.");
        assertThat(failure).hasCause(cause);
        assertThat(new InputException("log-rating", "Line 3: rating 5 is not 1 to 4."))
                .hasNoCause();
    }
}
