package dev.rockpool.app.lifecycle;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot.Dot;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *lifecycle*: the picture, and a sentence about the day or about the dot that stands out.
///
/// Arrow keys go from dot to dot.
public final class LifecycleStage implements LabStage<LifecycleSnapshot> {
    private static final double LEGEND_FROM = 300;

    private final LifecycleWords words;
    private final LifecyclePicture picture;
    private final PictureFrame frame;
    private @Nullable LifecycleSnapshot shown;

    public LifecycleStage(Texts texts) {
        words = new LifecycleWords(texts);
        picture = new LifecyclePicture(words);
        frame = new PictureFrame(
                picture,
                words.legend(),
                LEGEND_FROM,
                (x, y) -> picture.at(x, y).map(Dot::id).orElse(""),
                this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(LifecycleSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.summary(snapshot), told(snapshot));
    }

    @Override
    public void light(String subject) {
        picture.light(subject);
        frame.light(subject);
        LifecycleSnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        LifecycleSnapshot now = shown;
        if (now == null || now.dots().isEmpty()) {
            return;
        }
        List<String> ids = now.dots().stream().map(Dot::id).toList();
        int at = ids.indexOf(frame.lit());
        frame.point(ids.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, ids.size() - 1)));
    }

    private String told(LifecycleSnapshot now) {
        return now.dots().stream()
                .filter(dot -> dot.id().equals(frame.lit()))
                .findFirst()
                .map(dot -> words.dot(dot, now))
                .orElseGet(() -> words.summary(now));
    }
}
