package dev.rockpool.app.durability;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.durability.DurabilitySnapshot;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
import java.util.List;

/// The stage of the lab *durability*: the picture, and a sentence about the day or about the shard that stands out.
public final class DurabilityStage extends FramedStage<DurabilitySnapshot> {
    private static final double LEGEND_FROM = 320;

    private final DurabilityWords words;

    public DurabilityStage(Texts texts) {
        this(new DurabilityWords(texts));
    }

    private DurabilityStage(DurabilityWords words) {
        super(new DurabilityPicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(DurabilitySnapshot now) {
        return now.shards().stream().map(ShardState::name).toList();
    }

    @Override
    protected String description(DurabilitySnapshot now) {
        return words.summary(now) + " " + words.claim(now);
    }

    @Override
    protected String told(DurabilitySnapshot now, String subject) {
        return now.shards().stream()
                .filter(shard -> shard.name().equals(subject))
                .findFirst()
                .map(words::shard)
                .orElseGet(() -> words.summary(now));
    }
}
