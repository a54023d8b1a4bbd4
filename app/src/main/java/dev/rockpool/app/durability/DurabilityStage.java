package dev.rockpool.app.durability;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.durability.DurabilitySnapshot;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *durability*: the picture, and a sentence about the day or about the shard that
/// stands out.
///
/// Arrow keys go from shard to shard.
public final class DurabilityStage implements LabStage<DurabilitySnapshot> {
    private static final double LEGEND_FROM = 320;

    private final DurabilityWords words;
    private final DurabilityPicture picture;
    private final PictureFrame frame;
    private @Nullable DurabilitySnapshot shown;

    public DurabilityStage(Texts texts) {
        words = new DurabilityWords(texts);
        picture = new DurabilityPicture(words);
        frame = new PictureFrame(
                picture,
                words.legend(),
                LEGEND_FROM,
                (x, y) -> picture.at(x, y).map(ShardState::name).orElse(""),
                this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(DurabilitySnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.summary(snapshot) + " " + words.claim(snapshot), told(snapshot));
    }

    @Override
    public void light(String subject) {
        picture.light(subject);
        frame.light(subject);
        DurabilitySnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        DurabilitySnapshot now = shown;
        if (now == null) {
            return;
        }
        List<String> names = now.shards().stream().map(ShardState::name).toList();
        int at = names.indexOf(frame.lit());
        frame.point(names.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, names.size() - 1)));
    }

    private String told(DurabilitySnapshot now) {
        return now.shards().stream()
                .filter(shard -> shard.name().equals(frame.lit()))
                .findFirst()
                .map(words::shard)
                .orElseGet(() -> words.summary(now));
    }
}
