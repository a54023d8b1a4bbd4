package dev.rockpool.app.rowscolumns;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.rowscolumns.RowsColumnsSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *rows-columns*: the picture, and a sentence about the operation or about the side
/// that stands out.
///
/// Arrow keys go from side to side.
public final class RowsColumnsStage implements LabStage<RowsColumnsSnapshot> {
    private static final double LEGEND_FROM = 320;

    private final RowsColumnsWords words;
    private final RowsColumnsPicture picture;
    private final PictureFrame frame;
    private @Nullable RowsColumnsSnapshot shown;

    public RowsColumnsStage(Texts texts) {
        words = new RowsColumnsWords(texts);
        picture = new RowsColumnsPicture(words);
        frame = new PictureFrame(
                picture,
                words.legend(),
                LEGEND_FROM,
                (x, y) -> picture.at(x, y).map(Side::subject).orElse(""),
                this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(RowsColumnsSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(
                words.rows(snapshot) + ". " + words.columns(snapshot) + ". " + words.summary(snapshot), told(snapshot));
    }

    @Override
    public void light(String subject) {
        Optional<Side> side = Side.of(subject);
        picture.light(side);
        frame.light(side.map(Side::subject).orElse(""));
        RowsColumnsSnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        List<Side> sides = List.of(Side.values());
        int at = Side.of(frame.lit()).map(sides::indexOf).orElse(-1);
        frame.point(sides.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, sides.size() - 1))
                .subject());
    }

    private String told(RowsColumnsSnapshot now) {
        return Side.of(frame.lit()).map(side -> words.told(now, side)).orElseGet(() -> words.summary(now));
    }
}
