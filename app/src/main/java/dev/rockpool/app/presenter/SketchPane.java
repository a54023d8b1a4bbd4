package dev.rockpool.app.presenter;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// What lies over a page: strokes of the pen and the spot of the laser. Lets the pointer through while neither is in
/// the hand.
final class SketchPane {
    private static final double STROKE = 2;
    private static final double SPOT = 9;

    private final Sketch sketch;
    private final Drawing drawing = new Drawing(this::paint);
    private final StackPane root = new StackPane(drawing);

    SketchPane(Sketch sketch) {
        this.sketch = sketch;
        drawing.getStyleClass().add("rp-sketch");
        drawing.setMouseTransparent(true);
        root.setPickOnBounds(true);
        root.setMinSize(0, 0);
        sketch.changes().subscribe(_ -> drawing.redraw());
        sketch.tool().subscribe(tool -> {
            root.setMouseTransparent(tool == Sketch.Tool.NONE);
            root.setCursor(tool == Sketch.Tool.LASER ? Cursor.NONE : Cursor.CROSSHAIR);
        });
        root.setOnMousePressed(event -> {
            if (sketch.tool().get() == Sketch.Tool.PEN) {
                sketch.begin(spot(event));
            }
            event.consume();
        });
        root.setOnMouseDragged(event -> {
            switch (sketch.tool().get()) {
                case PEN -> sketch.draw(spot(event));
                case LASER -> sketch.point(Optional.of(spot(event)));
                case NONE -> {}
            }
            event.consume();
        });
        root.setOnMouseMoved(event -> {
            if (sketch.tool().get() == Sketch.Tool.LASER) {
                sketch.point(Optional.of(spot(event)));
            }
        });
        root.setOnMouseExited(_ -> sketch.point(Optional.empty()));
    }

    Region root() {
        return root;
    }

    private Sketch.Spot spot(MouseEvent event) {
        return new Sketch.Spot(
                Math.clamp(event.getX() / Math.max(1, root.getWidth()), 0, 1),
                Math.clamp(event.getY() / Math.max(1, root.getHeight()), 0, 1));
    }

    private void paint(Drawing on, GraphicsContext graphics, double width, double height) {
        graphics.setStroke(on.ink(Ink.ALERT));
        graphics.setFill(on.ink(Ink.ALERT));
        graphics.setLineWidth(on.lineWidth() * STROKE);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        for (List<Sketch.Spot> stroke : sketch.strokes()) {
            graphics.beginPath();
            Sketch.Spot first = stroke.getFirst();
            graphics.moveTo(first.x() * width, first.y() * height);
            stroke.forEach(spot -> graphics.lineTo(spot.x() * width, spot.y() * height));
            graphics.stroke();
        }
        sketch.laser()
                .ifPresent(spot ->
                        graphics.fillOval(spot.x() * width - SPOT, spot.y() * height - SPOT, 2 * SPOT, 2 * SPOT));
    }
}
