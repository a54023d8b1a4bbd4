package dev.rockpool.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// How many bytes of bodies are held at a time.
class BodyBudgetTest {
    private static final int MIB = 1 << 20;

    private final BodyBudget budget = new BodyBudget(3 * MIB);

    @Test
    void aBodyWaitsUntilAnotherIsGivenBack() throws IOException {
        int first = budget.take(2 * MIB);
        CompletableFuture<Integer> second = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                second.complete(budget.take(2 * MIB));
            } catch (IOException failure) {
                second.completeExceptionally(failure);
            }
        });
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        budget.give(first);
        assertThat(second.join()).isEqualTo(first);
    }

    @Test
    void aBodyLargerThanAllIsHeldAlone() throws IOException {
        int all = budget.take(10 * MIB);
        budget.give(all);
        assertThat(budget.take(3 * MIB)).isEqualTo(all);
    }

    @Test
    void smallBodiesAreNotCounted() throws IOException {
        budget.take(3 * MIB);
        assertThat(budget.take(BodyBudget.COUNTED_BYTES - 1)).isZero();
    }

    @Test
    void whoWaitsWhileTheGatewayClosesIsToldSo() throws IOException {
        budget.take(3 * MIB);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.take(MIB)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
