package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.lifecycle.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// Paints both sides as tanks of layers, the class that is dearest to keep on top, and what is gone at the bottom.
/// Blocks on their way from one layer to another are between them.
final class SedimentPicture implements Drawing.Painter {
    /// Between the two sides.
    static final double BETWEEN = 16;
    private static final double GAP = 3;
    private static final double MARGIN = 6;
    private static final double WIDEST = 15;
    private static final double NARROWEST = 3;
    private static final double STEP = 0.5;
    private static final double LETTER = 0.56;
    /// With less height under its heading a layer has blocks beside it.
    private static final double LEAST_UNDER = 18;

    private static final double HEADING_SHARE = 0.56;

    private final BranchWords words;
    private Blocks blocks = Blocks.BYTES;
    private List<StorageClass> classes = List.of();
    private List<Map<StorageClass, Long>> held = List.of();
    private BranchesViewModel.Layers before = BranchesViewModel.Layers.NONE;
    private BranchesViewModel.Layers now = BranchesViewModel.Layers.NONE;
    private double way = 1;

    SedimentPicture(BranchWords words) {
        this.words = words;
    }

    /// Shows other layers from now on, from the way between those of before.
    ///
    /// @param shown the classes, the one on top first
    /// @param what blocks stand for
    /// @param there how much by class on the left and on the right
    void show(
            List<StorageClass> shown,
            Blocks what,
            List<Map<StorageClass, Long>> there,
            BranchesViewModel.Layers layers) {
        classes = List.copyOf(shown);
        held = List.copyOf(there);
        before = what == blocks ? now : layers;
        blocks = what;
        now = layers;
    }

    /// Where blocks are on their way from before to now, 0 to 1.
    void way(double share) {
        way = share;
    }

    /// Whether a block lies elsewhere than before.
    boolean moves() {
        return !before.equals(BranchesViewModel.Layers.NONE)
                && !(before.left().lies().equals(now.left().lies())
                        && before.right().lies().equals(now.right().lies()));
    }

    /// @param left where blocks begin: behind the heading, where there is no room under it
    private record Bands(double width, double height, double left, double pitch) {
        double top(int band) {
            return band * (height + GAP);
        }

        double heading() {
            return left > MARGIN ? left - 2 * MARGIN : width - 2 * MARGIN;
        }

        int columns() {
            return Math.max(1, (int) ((width - left - MARGIN) / pitch));
        }

        double x(int place) {
            return left + (place % columns()) * pitch;
        }

        double y(int band, int place) {
            int row = place / columns();
            return top(band) + height - 2 - (row + 1) * pitch;
        }
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (classes.isEmpty()) {
            return;
        }
        double half = (width - BETWEEN) / 2;
        int bands = classes.size() + 1;
        double high = (height - GAP * (bands - 1)) / bands;
        double head = drawing.textSize() + 8;
        boolean isLow = high - head < LEAST_UNDER;
        double left = isLow ? half * HEADING_SHARE : MARGIN;
        double pitch = pitch(half - left - MARGIN, isLow ? high - 4 : high - head);
        Bands room = new Bands(half, high, left, pitch);
        side(drawing, graphics, 0, room, before.left(), now.left(), held.getFirst());
        side(drawing, graphics, half + BETWEEN, room, before.right(), now.right(), held.getLast());
    }

    /// The widest blocks of which the fullest layer has room.
    private double pitch(double width, double height) {
        int most = 1;
        for (Sediment each : List.of(now.left(), now.right())) {
            most = Math.max(most, each.gone().size());
            for (StorageClass storageClass : classes) {
                most = Math.max(most, each.layer(storageClass).size());
            }
        }
        for (double pitch = WIDEST; pitch > NARROWEST; pitch -= STEP) {
            long rows = (long) ((height - 2) / pitch);
            if (rows * (long) (width / pitch) >= most) {
                return pitch;
            }
        }
        return NARROWEST;
    }

    private void side(
            Drawing drawing,
            GraphicsContext graphics,
            double from,
            Bands room,
            Sediment earlier,
            Sediment later,
            Map<StorageClass, Long> there) {
        graphics.save();
        graphics.translate(from, 0);
        for (int band = 0; band <= classes.size(); band++) {
            boolean isGone = band == classes.size();
            graphics.setFill(drawing.ink(isGone ? Ink.GROUND : Ink.HOLLOW));
            graphics.fillRect(0, room.top(band), room.width(), room.height());
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.setLineWidth(1);
            graphics.strokeRect(0.5, room.top(band) + 0.5, room.width() - 1, room.height() - 1);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(drawing.strong());
            graphics.fillText(
                    isGone ? gone(later) : heading(classes.get(band), there, drawing.textSize(), room.heading()),
                    MARGIN,
                    room.top(band) + drawing.textSize() / 2 + 5,
                    room.heading());
            graphics.setFont(drawing.font());
        }
        Map<Integer, Sediment.Lie> lay = earlier.lies();
        later.lies().forEach((block, lie) -> {
            Sediment.Lie was = lay.getOrDefault(block, lie);
            double x = between(room.x(was.place()), room.x(lie.place()));
            double y = between(room.y(band(was), was.place()), room.y(band(lie), lie.place()));
            boolean sank = !was.layer().equals(lie.layer());
            block(drawing, graphics, lie.layer(), x, y, room.pitch(), sank);
        });
        graphics.restore();
    }

    private double between(double earlier, double later) {
        double eased = way * way * (3 - 2 * way);
        return earlier + (later - earlier) * eased;
    }

    private int band(Sediment.Lie lie) {
        return lie.layer().map(classes::indexOf).filter(band -> band >= 0).orElse(classes.size());
    }

    private static void block(
            Drawing drawing,
            GraphicsContext graphics,
            Optional<StorageClass> layer,
            double x,
            double y,
            double pitch,
            boolean sank) {
        double side = pitch * 0.8;
        if (layer.isEmpty()) {
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(1);
            graphics.strokeOval(x + 1, y + 1, side - 2, side - 2);
            return;
        }
        boolean isArchive = layer.get() == StorageClass.GLACIER || layer.get() == StorageClass.DEEP_ARCHIVE;
        graphics.setFill(drawing.ink(isArchive ? Ink.WATER_SOFT : Ink.WATER));
        graphics.fillRect(x, y, side, side);
        if (isArchive || sank) {
            graphics.setStroke(drawing.ink(sank ? Ink.MARK : Ink.LINE));
            graphics.setLineWidth(sank ? drawing.lineWidth() : 1);
            graphics.strokeRect(x, y, side, side);
        }
    }

    private String heading(StorageClass storageClass, Map<StorageClass, Long> there, double text, double width) {
        String much = words.amount(blocks, there.getOrDefault(storageClass, 0L));
        String whole = words.get("branches.layer", words.name(storageClass), much);
        return whole.length() * text * LETTER > width
                ? words.get("branches.layer", words.shortName(storageClass), much)
                : whole;
    }

    private String gone(Sediment side) {
        return side.gone().isEmpty()
                ? words.get("branches.gone.nothing")
                : words.get("branches.gone", words.amount(blocks, side.gone().size() * side.blockSize()));
    }
}
