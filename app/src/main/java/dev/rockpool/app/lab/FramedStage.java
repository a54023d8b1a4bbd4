package dev.rockpool.app.lab;

import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A stage of one picture, and a sentence about the moment or about the thing that stands out. Arrow keys go from thing
/// to thing.
///
/// @param <N> what it draws
public abstract class FramedStage<N extends Snapshot> implements LabStage<N> {
    private final StagePicture<N> picture;
    private final PictureFrame frame;
    private @Nullable N shown;

    /// @param legendFrom the height below which the picture needs the room more than the legend
    protected FramedStage(StagePicture<N> picture, String legend, double legendFrom) {
        this.picture = picture;
        frame = new PictureFrame(picture, legend, legendFrom, picture::at);
    }

    /// The subjects of all things of the picture, in the order of the arrow keys.
    protected abstract List<String> subjects(N now);

    /// The picture in words, for a screen reader.
    protected abstract String description(N now);

    /// The sentence about `subject`; about the moment if it is empty or no thing of the picture.
    protected abstract String told(N now, String subject);

    /// What stands around the picture.
    protected final PictureFrame frame() {
        return frame;
    }

    /// What is drawn; empty before the first.
    protected final Optional<N> shown() {
        return Optional.ofNullable(shown);
    }

    @Override
    public final Region root() {
        return frame.root();
    }

    @Override
    public final void show(N snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(description(snapshot), told(snapshot, frame.lit()));
    }

    @Override
    public final void light(String subject) {
        picture.light(subject);
        frame.light(subject);
        shown().ifPresent(now -> frame.say(told(now, subject)));
    }

    @Override
    public final void onPointed(Consumer<String> listener) {
        frame.onPointed(listener, this::move);
    }

    private void move(int by) {
        List<String> subjects = shown().map(this::subjects).orElse(List.of());
        if (!subjects.isEmpty()) {
            int at = subjects.indexOf(frame.lit());
            frame.point(subjects.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, subjects.size() - 1)));
        }
    }
}
