package dev.rockpool.app.availability;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.availability.AvailabilitySnapshot;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *availability*: the picture, and a sentence about the day or about the part
/// that stands out.
///
/// Arrow keys go from part to part.
public final class AvailabilityStage implements LabStage<AvailabilitySnapshot> {
    private static final double LEGEND_FROM = 320;

    private final AvailabilityWords words;
    private final AvailabilityPicture picture;
    private final PictureFrame frame;
    private @Nullable AvailabilitySnapshot shown;

    public AvailabilityStage(Texts texts) {
        words = new AvailabilityWords(texts);
        picture = new AvailabilityPicture(words);
        frame = new PictureFrame(picture, words.legend(), LEGEND_FROM, (x, y) -> subject(picture.at(x, y)), this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(AvailabilitySnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.summary(snapshot) + " " + words.claim(snapshot), told(snapshot));
    }

    /// A part is named by its place in the diagram.
    @Override
    public void light(String subject) {
        OptionalInt part = part(subject);
        picture.light(part.orElse(-1));
        frame.light(subject(part));
        AvailabilitySnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        AvailabilitySnapshot now = shown;
        if (now != null) {
            OptionalInt lit = part(frame.lit());
            int next = lit.isEmpty()
                    ? 0
                    : Math.clamp((long) lit.getAsInt() + by, 0, now.partsUp().size() - 1);
            frame.point(Integer.toString(next));
        }
    }

    private String told(AvailabilitySnapshot now) {
        OptionalInt lit = part(frame.lit());
        return lit.isPresent() && lit.getAsInt() < now.partsUp().size()
                ? words.part(now, lit.getAsInt())
                : words.summary(now);
    }

    private static OptionalInt part(String subject) {
        return subject.isEmpty() || !Character.isDigit(subject.charAt(0))
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(subject));
    }

    private static String subject(OptionalInt part) {
        return part.isPresent() ? Integer.toString(part.getAsInt()) : "";
    }
}
