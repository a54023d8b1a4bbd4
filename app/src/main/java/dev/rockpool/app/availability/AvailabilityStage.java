package dev.rockpool.app.availability;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.availability.AvailabilitySnapshot;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *availability*: the picture, and a sentence about the day or about the part
/// that stands out.
///
/// Arrow keys go from part to part.
public final class AvailabilityStage implements LabStage<AvailabilitySnapshot> {
    /// Below these heights the picture needs the room more than the words under it.
    private static final double LEGEND_FROM = 320;

    private static final double TOLD_FROM = 160;
    private static final double LEGEND_WIDE_FROM = 320;

    private final AvailabilityWords words;
    private final AvailabilityPicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend = new Label();
    private final VBox root;
    private @Nullable AvailabilitySnapshot shown;
    private OptionalInt lit = OptionalInt.empty();
    private Consumer<String> pointed = _ -> {};

    public AvailabilityStage(Texts texts) {
        words = new AvailabilityWords(texts);
        picture = new AvailabilityPicture(words);
        drawing = new Drawing(picture);
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(picture.at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(OptionalInt.empty()));
        drawing.setOnMousePressed(_ -> drawing.requestFocus());
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
        told.getStyleClass().addAll("rp-content", "rp-small");
        told.setWrapText(true);
        legend.getStyleClass().addAll("rp-small", "rp-muted");
        legend.setWrapText(true);
        legend.setText(words.legend());
        VBox.setVgrow(drawing, Priority.ALWAYS);
        root = new VBox(drawing, told, legend);
        root.getStyleClass().add("rp-stage");
        root.setMinHeight(0);
        root.widthProperty().subscribe(_ -> makeRoom());
        root.heightProperty().subscribe(_ -> makeRoom());
    }

    /// Words leave the room to the picture where there is little.
    private void makeRoom() {
        double height = root.getHeight();
        show(legend, height >= LEGEND_FROM && root.getWidth() >= LEGEND_WIDE_FROM);
        show(told, height >= TOLD_FROM);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(AvailabilitySnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.summary(snapshot) + " " + words.claim(snapshot));
        drawing.redraw();
        say();
    }

    /// A part is named by its place in the diagram.
    @Override
    public void light(String subject) {
        lit = subject.isEmpty() || !Character.isDigit(subject.charAt(0))
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(subject));
        picture.light(lit.orElse(-1));
        drawing.redraw();
        say();
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        pointed = listener;
    }

    private void point(OptionalInt part) {
        if (!part.equals(lit)) {
            pointed.accept(part.isPresent() ? Integer.toString(part.getAsInt()) : "");
        }
    }

    private void move(int by) {
        AvailabilitySnapshot now = shown;
        if (now != null) {
            int next = lit.isEmpty()
                    ? 0
                    : Math.clamp((long) lit.getAsInt() + by, 0, now.partsUp().size() - 1);
            point(OptionalInt.of(next));
        }
    }

    private void say() {
        AvailabilitySnapshot now = shown;
        if (now != null) {
            told.setText(
                    lit.isPresent() && lit.getAsInt() < now.partsUp().size()
                            ? words.part(now, lit.getAsInt())
                            : words.summary(now));
        }
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }
}
