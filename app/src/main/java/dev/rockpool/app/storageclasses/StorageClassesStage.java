package dev.rockpool.app.storageclasses;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.StageEdits;
import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.storageclasses.CheapestMap;
import dev.rockpool.simulators.storageclasses.StorageClassesSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *storage-classes*: the map, a sentence, the table.
///
/// The point is dragged with the pointer, or moved with the arrow keys: up and down by reads, with Shift by size; left
/// and right belong to the transport.
public final class StorageClassesStage implements LabStage<StorageClassesSnapshot> {
    private static final double KEY_STEP = 0.02;
    private static final double KIB = 1024;
    private static final String SIZE = "averageBytes";
    private static final String READS = "readsPerObjectMonth";

    private final ClassWords words;
    private final MapPicture picture;
    private final Drawing drawing;
    private final ClassTable table;
    private final Label told = new Label();
    private final ClassPanes root;
    private @Nullable StorageClassesSnapshot shown;
    private Optional<StorageClass> lit = Optional.empty();
    private Consumer<String> pointed = _ -> {};
    private Optional<StageEdits> edits = Optional.empty();

    public StorageClassesStage(Texts texts) {
        words = new ClassWords(texts);
        picture = new MapPicture(texts, words);
        drawing = new Drawing(picture);
        table = new ClassTable(texts, words);
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setCursor(Cursor.CROSSHAIR);
        drawing.setOnMouseMoved(event -> point(picture.at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(Optional.empty()));
        drawing.setOnMousePressed(event -> {
            drawing.requestFocus();
            drag(event.getX(), event.getY());
        });
        drawing.setOnMouseDragged(event -> drag(event.getX(), event.getY()));
        drawing.setOnMouseReleased(_ -> edits.ifPresent(StageEdits::seal));
        drawing.setAccessibleHelp(texts.get("storage-classes.help"));
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.UP ? KEY_STEP : -KEY_STEP, event.isShiftDown());
                event.consume();
            }
        });
        told.getStyleClass().addAll("rp-content", "rp-small");
        told.setWrapText(true);
        root = new ClassPanes(drawing, told, table);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(StorageClassesSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        table.show(snapshot);
        String sentence = words.told(snapshot);
        told.setText(sentence);
        root.requestLayout();
        drawing.setAccessibleText(sentence);
        drawing.redraw();
    }

    @Override
    public void light(String subject) {
        lit = StorageClass.named(subject);
        picture.light(lit);
        table.light(lit);
        drawing.redraw();
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        pointed = listener;
    }

    @Override
    public void onEdit(StageEdits listener) {
        edits = Optional.of(listener);
    }

    private void point(Optional<StorageClass> storageClass) {
        if (!storageClass.equals(lit)) {
            pointed.accept(storageClass.map(StorageClass::name).orElse(""));
        }
    }

    private void drag(double x, double y) {
        set(picture.placeX(x), picture.placeY(y));
    }

    private void set(double placeOfBytes, double placeOfReads) {
        edits.ifPresent(to ->
                to.set(Map.of(SIZE, CheapestMap.bytes(placeOfBytes) / KIB, READS, CheapestMap.reads(placeOfReads))));
    }

    private void move(double by, boolean isSize) {
        StorageClassesSnapshot now = shown;
        if (now == null) {
            return;
        }
        double size = CheapestMap.placeOfBytes((double) now.scenario().averageBytes());
        double reads = CheapestMap.placeOfReads(now.scenario().readsPerObjectMonth());
        set(Math.clamp(size + (isSize ? by : 0), 0, 1), Math.clamp(reads + (isSize ? 0 : by), 0, 1));
        edits.ifPresent(StageEdits::seal);
    }
}
