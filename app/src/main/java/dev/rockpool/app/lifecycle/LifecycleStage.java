package dev.rockpool.app.lifecycle;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot.Dot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *lifecycle*: the picture, and a sentence about the day or about the dot that stands out.
///
/// Arrow keys go from dot to dot.
public final class LifecycleStage implements LabStage<LifecycleSnapshot> {
    /// Below these heights the picture needs the room more than the words under it.
    private static final double LEGEND_FROM = 300;

    private static final double TOLD_FROM = 160;

    /// Below this width the legend would fill the picture's room.
    private static final double LEGEND_WIDE_FROM = 320;

    private final LifecycleWords words;
    private final LifecyclePicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend = new Label();
    private final VBox root;
    private @Nullable LifecycleSnapshot shown;
    private String lit = "";
    private Consumer<String> pointed = _ -> {};

    public LifecycleStage(Texts texts) {
        words = new LifecycleWords(texts);
        picture = new LifecyclePicture(words);
        drawing = new Drawing(picture);
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(picture.at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(Optional.empty()));
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
    public void show(LifecycleSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.summary(snapshot));
        drawing.redraw();
        say();
    }

    @Override
    public void light(String subject) {
        lit = subject;
        picture.light(subject);
        drawing.redraw();
        say();
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        pointed = listener;
    }

    private void point(Optional<Dot> dot) {
        String id = dot.map(Dot::id).orElse("");
        if (!id.equals(lit)) {
            pointed.accept(id);
        }
    }

    private void move(int by) {
        LifecycleSnapshot now = shown;
        if (now == null || now.dots().isEmpty()) {
            return;
        }
        List<String> ids = now.dots().stream().map(Dot::id).toList();
        int at = ids.indexOf(lit);
        int next = at < 0 ? 0 : Math.clamp((long) at + by, 0, ids.size() - 1);
        point(Optional.of(now.dots().get(next)));
    }

    private void say() {
        LifecycleSnapshot now = shown;
        if (now == null) {
            return;
        }
        told.setText(now.dots().stream()
                .filter(dot -> dot.id().equals(lit))
                .findFirst()
                .map(dot -> words.dot(dot, now))
                .orElseGet(() -> words.summary(now)));
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }
}
