package dev.rockpool.app.durability;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.durability.DurabilitySnapshot;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
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

/// The stage of the lab *durability*: the picture, and a sentence about the day or about the shard that
/// stands out.
///
/// Arrow keys go from shard to shard.
public final class DurabilityStage implements LabStage<DurabilitySnapshot> {
    /// Below these heights the picture needs the room more than the words under it.
    private static final double LEGEND_FROM = 320;

    private static final double TOLD_FROM = 160;
    private static final double LEGEND_WIDE_FROM = 320;

    private final DurabilityWords words;
    private final DurabilityPicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend = new Label();
    private final VBox root;
    private @Nullable DurabilitySnapshot shown;
    private String lit = "";
    private Consumer<String> pointed = _ -> {};

    public DurabilityStage(Texts texts) {
        words = new DurabilityWords(texts);
        picture = new DurabilityPicture(words);
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
    public void show(DurabilitySnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.summary(snapshot) + " " + words.claim(snapshot));
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

    private void point(Optional<ShardState> shard) {
        String name = shard.map(ShardState::name).orElse("");
        if (!name.equals(lit)) {
            pointed.accept(name);
        }
    }

    private void move(int by) {
        DurabilitySnapshot now = shown;
        if (now == null) {
            return;
        }
        List<String> names = now.shards().stream().map(ShardState::name).toList();
        int at = names.indexOf(lit);
        int next = at < 0 ? 0 : Math.clamp((long) at + by, 0, names.size() - 1);
        point(Optional.of(now.shards().get(next)));
    }

    private void say() {
        DurabilitySnapshot now = shown;
        if (now == null) {
            return;
        }
        told.setText(now.shards().stream()
                .filter(shard -> shard.name().equals(lit))
                .findFirst()
                .map(words::shard)
                .orElseGet(() -> words.summary(now)));
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }
}
