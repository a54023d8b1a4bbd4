package dev.rockpool.app.partitioning;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.lab.StageEdits;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *partitioning*: the picture, and a sentence about the query or about the part that
/// stands out.
///
/// A part is dragged to another level, or out of the key. Arrow keys go from part to part; with Shift they move the
/// part.
public final class PartitioningStage implements LabStage<PartitioningSnapshot> {
    private static final double LEGEND_FROM = 330;

    private final PartitioningWords words;
    private final PartitioningPicture picture;
    private final PictureFrame frame;
    private @Nullable PartitioningSnapshot shown;
    private Optional<StageEdits> edits = Optional.empty();

    public PartitioningStage(Texts texts) {
        words = new PartitioningWords(texts);
        picture = new PartitioningPicture(words);
        frame = new PictureFrame(
                picture,
                words.legend(),
                LEGEND_FROM,
                (x, y) -> picture.at(x, y).map(KeyPart::word).orElse(""),
                this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(PartitioningSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.claim(snapshot) + " " + words.summary(snapshot), told(snapshot));
    }

    @Override
    public void light(String subject) {
        Optional<KeyPart> part = KeyPart.of(subject);
        picture.light(part);
        frame.light(part.map(KeyPart::word).orElse(""));
        PartitioningSnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    @Override
    public void onEdit(StageEdits listener) {
        edits = Optional.of(listener);
        frame.onMove(
                words.help(),
                (_, y) -> lit().ifPresent(part -> drag(part, picture.levelAt(y))),
                listener::seal,
                by -> lit().ifPresent(part -> {
                    carry(part, by);
                    listener.seal();
                }));
    }

    private Optional<KeyPart> lit() {
        return KeyPart.of(frame.lit());
    }

    private String told(PartitioningSnapshot now) {
        return lit().map(part -> words.part(now, part)).orElseGet(() -> words.summary(now));
    }

    /// Every part, those of the key first.
    private static List<KeyPart> all(PartitioningSnapshot now) {
        List<KeyPart> all = new ArrayList<>(now.scenario().keyParts());
        for (KeyPart part : KeyPart.values()) {
            if (!all.contains(part)) {
                all.add(part);
            }
        }
        return all;
    }

    private void move(int by) {
        PartitioningSnapshot now = shown;
        if (now != null) {
            List<KeyPart> all = all(now);
            int at = lit().map(all::indexOf).orElse(-1);
            frame.point(all.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, all.size() - 1))
                    .word());
        }
    }

    /// A part that is in no key stays where it is until it is dragged onto a level.
    private void drag(KeyPart part, int level) {
        PartitioningSnapshot now = shown;
        if (now != null) {
            List<KeyPart> key = now.scenario().keyParts();
            if (key.contains(part) || level < Math.max(1, key.size())) {
                put(part, level);
            }
        }
    }

    private void carry(KeyPart part, int by) {
        PartitioningSnapshot now = shown;
        if (now != null) {
            List<KeyPart> key = now.scenario().keyParts();
            int at = key.indexOf(part);
            put(part, at < 0 ? (by < 0 ? key.size() : key.size() + 1) : at + by);
        }
    }

    /// Puts a part on a level; below the last one it leaves the key.
    private void put(KeyPart part, int level) {
        PartitioningSnapshot now = shown;
        if (now == null) {
            return;
        }
        List<KeyPart> before = now.scenario().keyParts();
        List<KeyPart> key = new ArrayList<>(before);
        boolean wasIn = key.remove(part);
        int end = before.size() - (wasIn ? 1 : 0);
        boolean isIn = wasIn ? level <= end : level <= before.size() && before.size() < KeyPart.values().length;
        if (isIn && level >= 0) {
            key.add(Math.min(level, key.size()), part);
        }
        if (level < 0 || key.equals(before)) {
            return;
        }
        Map<String, String> chosen = new HashMap<>();
        for (int at = 0; at < key.size(); at++) {
            chosen.put("level." + (at + 1), key.get(at).word());
        }
        edits.ifPresent(to -> to.set(Map.of("depth", (double) key.size()), chosen));
    }
}
