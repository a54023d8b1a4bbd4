package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Drawing;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands around the one drawing of a stage: a sentence about the moment or about what stands out, and the legend.
/// The pointer and the arrow keys up and down go from one thing of the picture to another.
public final class PictureFrame {
    private static final double TOLD_FROM = 160;

    /// Below this width the legend would fill the picture's room.
    private static final double LEGEND_WIDE_FROM = 320;

    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend;
    private final double legendFrom;
    private final VBox root;
    private Consumer<String> pointed = _ -> {};
    private IntConsumer move = _ -> {};
    private IntConsumer carry = _ -> {};
    private String lit = "";

    /// @param legendFrom the height below which the picture needs the room more than the legend
    /// @param subjectAt the subject at a place of the picture, empty for none
    public PictureFrame(
            Drawing.Painter picture, String legend, double legendFrom, BiFunction<Double, Double, String> subjectAt) {
        this.legendFrom = legendFrom;
        this.legend = new Label(legend);
        drawing = new Drawing(picture);
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(subjectAt.apply(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(""));
        drawing.setOnMousePressed(_ -> drawing.requestFocus());
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                (event.isShiftDown() ? carry : move).accept(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
        told.getStyleClass().addAll("rp-content", "rp-small");
        told.setWrapText(true);
        this.legend.getStyleClass().addAll("rp-small", "rp-muted");
        this.legend.setWrapText(true);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        root = new VBox(drawing, told, this.legend);
        root.getStyleClass().add("rp-stage");
        root.setMinHeight(0);
        root.widthProperty().subscribe(_ -> makeRoom());
        root.heightProperty().subscribe(_ -> makeRoom());
    }

    /// All of it.
    public Region root() {
        return root;
    }

    /// Paints the picture anew and says the sentence; `description` is the picture for a screen reader.
    public void show(String description, String sentence) {
        drawing.setAccessibleText(description);
        drawing.redraw();
        told.setText(sentence);
    }

    /// The subject that stands out, empty for none.
    public String lit() {
        return lit;
    }

    /// From now on `subject` stands out; what the picture shows of it is painted anew.
    public void light(String subject) {
        lit = subject;
        drawing.redraw();
    }

    /// Says another sentence.
    public void say(String sentence) {
        told.setText(sentence);
    }

    /// See [LabStage#onPointed].
    ///
    /// @param on goes on by so many things, on an arrow key
    public void onPointed(Consumer<String> listener, IntConsumer on) {
        pointed = listener;
        move = on;
    }

    /// Tells that the pointer or a key is on `subject`, if it is another than the one that stands out.
    public void point(String subject) {
        if (!subject.equals(lit)) {
            pointed.accept(subject);
        }
    }

    /// From now on things can be moved: by the pointer, and with Shift and the arrow keys.
    ///
    /// @param help how, for a screen reader
    /// @param dragged who is told where what was pressed is dragged to
    /// @param dropped who is told that it is let go
    /// @param carried who is told by how many places Shift and an arrow key move what stands out
    public void onMove(String help, BiConsumer<Double, Double> dragged, Runnable dropped, IntConsumer carried) {
        carry = carried;
        drawing.setAccessibleHelp(help);
        drawing.setCursor(Cursor.OPEN_HAND);
        drawing.setOnMouseDragged(event -> dragged.accept(event.getX(), event.getY()));
        drawing.setOnMouseReleased(_ -> dropped.run());
    }

    /// Words leave the room to the picture where there is little.
    private void makeRoom() {
        double height = root.getHeight();
        show(legend, height >= legendFrom && root.getWidth() >= LEGEND_WIDE_FROM);
        show(told, height >= TOLD_FROM);
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }
}
