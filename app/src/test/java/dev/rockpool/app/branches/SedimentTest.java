package dev.rockpool.app.branches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.lifecycle.StorageClass;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SedimentTest {
    private static final Sediment FULL = Sediment.empty(10).with(Map.of(StorageClass.STANDARD, 100L));

    @Test
    void blocksThatSinkKeepTheirNumbersAndTheOldestSinkFirst() {
        Sediment sunk = FULL.with(Map.of(StorageClass.STANDARD, 70L, StorageClass.GLACIER, 30L));
        assertThat(sunk.layer(StorageClass.GLACIER)).containsExactly(0, 1, 2);
        assertThat(sunk.layer(StorageClass.STANDARD)).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(sunk.gone()).isEmpty();
    }

    @Test
    void whatIsNoLongerThereIsGoneAndWhatComesIsNew() {
        Sediment gone = FULL.with(Map.of(StorageClass.STANDARD, 80L));
        assertThat(gone.gone()).containsExactly(0, 1);
        Sediment more = gone.with(Map.of(StorageClass.STANDARD, 90L));
        assertThat(more.layer(StorageClass.STANDARD)).hasSize(9).contains(10);
        assertThat(more.lies()).containsEntry(1, new Sediment.Lie(Optional.empty(), 1));
    }

    @Test
    void aClassThatHoldsAnythingHasABlock() {
        Sediment few = FULL.with(Map.of(StorageClass.STANDARD, 99L, StorageClass.DEEP_ARCHIVE, 1L));
        assertThat(few.layer(StorageClass.DEEP_ARCHIVE)).hasSize(1);
        assertThat(few.with(Map.of()).lies().values())
                .allMatch(lie -> lie.layer().isEmpty());
    }

    @Test
    void theFullerSideBeginsWithAboutTheSameNumberOfBlocksWhateverItsSize() {
        for (long bytes : new long[] {1, 500, 4L << 20, 3L << 40}) {
            Sediment side = Sediment.empty(Sediment.blockOf(bytes)).with(Map.of(StorageClass.STANDARD, bytes));
            assertThat(side.layer(StorageClass.STANDARD).size()).isBetween(1, Sediment.BLOCKS);
        }
    }
}
