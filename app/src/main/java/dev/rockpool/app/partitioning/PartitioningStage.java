package dev.rockpool.app.partitioning;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.lab.StageEdits;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The stage of the lab *partitioning*: the picture, and a sentence about the query or about the part that
/// stands out.
///
/// A part is dragged to another level, or out of the key. Arrow keys go from part to part; with Shift they move the
/// part.
public final class PartitioningStage extends FramedStage<PartitioningSnapshot> {
    private static final double LEGEND_FROM = 330;

    private final PartitioningWords words;
    private final PartitioningPicture picture;
    private Optional<StageEdits> edits = Optional.empty();

    public PartitioningStage(Texts texts) {
        this(new PartitioningWords(texts));
    }

    private PartitioningStage(PartitioningWords words) {
        this(words, new PartitioningPicture(words));
    }

    private PartitioningStage(PartitioningWords words, PartitioningPicture picture) {
        super(picture, words.legend(), LEGEND_FROM);
        this.words = words;
        this.picture = picture;
    }

    /// Every part, those of the key first.
    @Override
    protected List<String> subjects(PartitioningSnapshot now) {
        return Stream.concat(now.scenario().keyParts().stream(), Arrays.stream(KeyPart.values()))
                .distinct()
                .map(KeyPart::word)
                .toList();
    }

    @Override
    protected String description(PartitioningSnapshot now) {
        return words.claim(now) + " " + words.summary(now);
    }

    @Override
    protected String told(PartitioningSnapshot now, String subject) {
        return KeyPart.of(subject).map(part -> words.part(now, part)).orElseGet(() -> words.summary(now));
    }

    @Override
    public void onEdit(StageEdits listener) {
        edits = Optional.of(listener);
        frame().onMove(
                        words.help(),
                        (_, y) -> lit().ifPresent(part -> drag(part, picture.levelAt(y))),
                        listener::seal,
                        by -> lit().ifPresent(part -> {
                            carry(part, by);
                            listener.seal();
                        }));
    }

    private Optional<KeyPart> lit() {
        return KeyPart.of(frame().lit());
    }

    private List<KeyPart> key() {
        return shown().map(now -> now.scenario().keyParts()).orElse(List.of());
    }

    /// A part that is in no key stays where it is until it is dragged onto a level.
    private void drag(KeyPart part, int level) {
        List<KeyPart> key = key();
        if (key.contains(part) || level < Math.max(1, key.size())) {
            put(part, level);
        }
    }

    private void carry(KeyPart part, int by) {
        List<KeyPart> key = key();
        int at = key.indexOf(part);
        put(part, at < 0 ? (by < 0 ? key.size() : key.size() + 1) : at + by);
    }

    /// Puts a part on a level; below the last one it leaves the key.
    private void put(KeyPart part, int level) {
        List<KeyPart> before = key();
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
