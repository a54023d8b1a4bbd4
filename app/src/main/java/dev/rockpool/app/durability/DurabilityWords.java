package dev.rockpool.app.durability;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.durability.DurabilityEstimate;
import dev.rockpool.simulators.durability.DurabilitySnapshot;
import dev.rockpool.simulators.durability.DurabilitySnapshot.Health;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
import java.util.Locale;

/// What the picture shows, in sentences.
final class DurabilityWords {
    private final Texts texts;

    DurabilityWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about a day.
    String summary(DurabilitySnapshot now) {
        long lost = now.shards().stream()
                .filter(shard -> shard.health() != Health.WHOLE)
                .count();
        if (now.isLost()) {
            return texts.get("durability.told.lost", now.second(), lost, now.losses());
        }
        long more = Math.max(0, now.scenario().scheme().mostLost() - lost);
        return texts.get("durability.told", now.second(), lost, now.shards().size(), more, now.losses());
    }

    /// A shard, what it holds and how it is.
    String shard(ShardState shard) {
        return texts.get(
                "durability.shard",
                shard.name(),
                texts.get("durability.role." + shard.role().name().toLowerCase(Locale.ROOT)),
                shard.zone() + 1,
                texts.get("durability.health." + shard.health().name().toLowerCase(Locale.ROOT)));
    }

    String zone(int zone) {
        return texts.get("durability.zone", zone + 1);
    }

    /// A method's name.
    String method(DurabilityEstimate estimate) {
        return texts.get("durability.method." + estimate.method().word());
    }

    /// `10.51`, and of a simulation how far off it may be.
    String nines(DurabilityEstimate estimate) {
        String nines = Unit.NINES.number(estimate.nines());
        return estimate.standardError().isPresent() ? texts.get("durability.simulated", nines) : nines;
    }

    String claim(DurabilitySnapshot now) {
        DurabilityEstimate exact = now.estimates().getFirst();
        return texts.get("durability.claim", Unit.NINES.number(exact.nines()), exact.wholeNines());
    }

    String gone() {
        return texts.get("durability.gone");
    }

    String legend() {
        return texts.get("durability.legend");
    }
}
