package dev.rockpool.app.bleu;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.bleu.BleuSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *bleu*: the picture, and a sentence about the order or about the n-gram that
/// stands out.
///
/// Arrow keys go from n-gram to n-gram.
public final class BleuStage implements LabStage<BleuSnapshot> {
    private static final double LEGEND_FROM = 300;

    private final BleuWords words;
    private final BleuPicture picture;
    private final PictureFrame frame;
    private @Nullable BleuSnapshot shown;

    public BleuStage(Texts texts) {
        words = new BleuWords(texts);
        picture = new BleuPicture(words);
        frame = new PictureFrame(
                picture,
                words.legend(),
                LEGEND_FROM,
                (x, y) -> picture.at(x, y).map(Gram::subject).orElse(""),
                this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(BleuSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.summary(snapshot) + " " + words.claim(snapshot), told(snapshot));
    }

    @Override
    public void light(String subject) {
        picture.light(Gram.of(subject).orElse(null));
        frame.light(subject);
        BleuSnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        BleuSnapshot now = shown;
        if (now == null) {
            return;
        }
        List<Gram> all = Gram.all(now);
        if (!all.isEmpty()) {
            int at = Gram.of(frame.lit()).map(all::indexOf).orElse(-1);
            frame.point(all.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, all.size() - 1))
                    .subject());
        }
    }

    private String told(BleuSnapshot now) {
        Optional<Gram> lit = Gram.of(frame.lit()).filter(gram -> gram.isIn(now));
        return lit.map(gram -> words.gram(now, gram)).orElseGet(() -> words.summary(now));
    }
}
