package dev.rockpool.lifecycle;

import static dev.rockpool.lifecycle.StorageClass.DEEP_ARCHIVE;
import static dev.rockpool.lifecycle.StorageClass.GLACIER;
import static dev.rockpool.lifecycle.StorageClass.GLACIER_IR;
import static dev.rockpool.lifecycle.StorageClass.INTELLIGENT_TIERING;
import static dev.rockpool.lifecycle.StorageClass.ONEZONE_IA;
import static dev.rockpool.lifecycle.StorageClass.REDUCED_REDUNDANCY;
import static dev.rockpool.lifecycle.StorageClass.STANDARD;
import static dev.rockpool.lifecycle.StorageClass.STANDARD_IA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class StorageClassTest {
    /// S3 user guide, *Transitioning objects using Amazon S3 Lifecycle*: supported and unsupported transitions.
    @Test
    void theWaterfallHasTwentyPairs() {
        long pairs = Arrays.stream(StorageClass.values())
                .filter(from -> from != REDUCED_REDUNDANCY)
                .flatMap(from -> Arrays.stream(StorageClass.values()).filter(from::canTransitionTo))
                .count();
        assertThat(pairs).isEqualTo(20);
        for (StorageClass from : StorageClass.values()) {
            assertThat(from.canTransitionTo(STANDARD)).isFalse();
            assertThat(from.canTransitionTo(REDUCED_REDUNDANCY)).isFalse();
            assertThat(from.canTransitionTo(from)).isFalse();
            assertThat(from.canTransitionTo(DEEP_ARCHIVE)).isEqualTo(from != DEEP_ARCHIVE);
        }
        assertThat(INTELLIGENT_TIERING.canTransitionTo(STANDARD_IA)).isFalse();
        assertThat(INTELLIGENT_TIERING.canTransitionTo(ONEZONE_IA)).isTrue();
        assertThat(ONEZONE_IA.canTransitionTo(INTELLIGENT_TIERING)).isFalse();
        assertThat(ONEZONE_IA.canTransitionTo(STANDARD_IA)).isFalse();
        assertThat(ONEZONE_IA.canTransitionTo(GLACIER_IR)).isFalse();
        assertThat(GLACIER_IR.canTransitionTo(GLACIER)).isTrue();
    }

    /// What cannot be reached from a class cannot be reached from below it: a missed transition stays missed.
    @Test
    void theWaterfallIsTransitive() {
        for (StorageClass top : StorageClass.values()) {
            for (StorageClass middle : StorageClass.values()) {
                for (StorageClass bottom : StorageClass.values()) {
                    if (top.canTransitionTo(middle) && middle.canTransitionTo(bottom)) {
                        assertThat(top.canTransitionTo(bottom)).isTrue();
                    }
                }
            }
        }
    }

    /// S3 pricing page and FAQ, 19 October 2025.
    @Test
    void minimums() {
        assertThat(Arrays.stream(StorageClass.values()).map(StorageClass::minimumDays))
                .containsExactly(0, 0, 30, 30, 90, 90, 180, 0);
        assertThat(Arrays.stream(StorageClass.values()).map(StorageClass::minimumBillableBytes))
                .containsExactly(0L, 0L, 131_072L, 131_072L, 131_072L, 0L, 0L, 0L);
        assertThat(GLACIER.standardOverheadBytes() + GLACIER.archiveOverheadBytes())
                .isEqualTo(40 * 1024);
        assertThat(GLACIER_IR.standardOverheadBytes() + GLACIER_IR.archiveOverheadBytes())
                .isZero();
        assertThat(ONEZONE_IA.availabilityPercent()).isEqualByComparingTo("99.5");
        assertThat(ONEZONE_IA.zones()).isEqualTo(1);
        assertThat(STANDARD.zones()).isEqualTo(3);
        assertThat(STANDARD.durabilityNines()).isEqualTo(11);
        assertThat(REDUCED_REDUNDANCY.durabilityNines()).isEqualTo(4);
        assertThat(StorageClass.named("GLACIER_IR")).contains(GLACIER_IR);
        assertThat(StorageClass.named("glacier_ir")).isEmpty();
    }

    /// User guide, *Archive retrieval options*, and *Restoring an archived object* for the example.
    @Test
    void restores() {
        assertThat(GLACIER.restores())
                .extracting(Restore::most)
                .containsExactly(Duration.ofMinutes(5), Duration.ofHours(5), Duration.ofHours(12));
        assertThat(DEEP_ARCHIVE.restores())
                .extracting(Restore::tier)
                .containsExactly(RestoreTier.STANDARD, RestoreTier.BULK);
        assertThat(STANDARD_IA.restores()).isEmpty();
        assertThat(Restore.copyExpiry(Instant.parse("2012-10-15T10:30:00Z"), 3)).isEqualTo("2012-10-19T00:00:00Z");
        assertThat(RestoreTier.EXPEDITED.apiName()).isEqualTo("Expedited");
    }

    /// S3 FAQ: 30 days without access, 90 days, the opt-in tiers from 90 and 180 days.
    @Test
    void intelligentTiering() {
        IntelligentTiering all = new IntelligentTiering(OptionalInt.of(120), OptionalInt.of(180));
        assertThat(all.tier(200_000, 29)).isEqualTo(AccessTier.FREQUENT);
        assertThat(all.tier(200_000, 30)).isEqualTo(AccessTier.INFREQUENT);
        assertThat(all.tier(200_000, 90)).isEqualTo(AccessTier.ARCHIVE_INSTANT);
        assertThat(all.tier(200_000, 120)).isEqualTo(AccessTier.ARCHIVE);
        assertThat(all.tier(200_000, 10_000)).isEqualTo(AccessTier.DEEP_ARCHIVE);
        assertThat(all.tier(131_071, 10_000)).isEqualTo(AccessTier.FREQUENT);
        assertThat(IntelligentTiering.AUTOMATIC.tier(131_072, 10_000)).isEqualTo(AccessTier.ARCHIVE_INSTANT);
        assertThat(new IntelligentTiering(OptionalInt.of(90), OptionalInt.empty()).tier(200_000, 90))
                .isEqualTo(AccessTier.ARCHIVE);
        assertThat(AccessTier.ARCHIVE.isArchive()).isTrue();
        assertThatThrownBy(() -> new IntelligentTiering(OptionalInt.of(89), OptionalInt.empty()))
                .hasMessage("Archive Access comes after 90 to 730 days, not 89.");
        assertThatThrownBy(() -> new IntelligentTiering(OptionalInt.of(200), OptionalInt.of(200)))
                .hasMessageContaining("after Archive Access");
    }
}
