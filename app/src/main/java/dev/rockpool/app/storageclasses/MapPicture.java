package dev.rockpool.app.storageclasses;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.storageclasses.CheapestMap;
import dev.rockpool.simulators.storageclasses.StorageClassesSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the map: sizes to the right, reads upwards, both by powers; each region is filled, edged and named, and the
/// point of the scenario lies in it.
final class MapPicture implements Drawing.Painter {
    private static final double HALO = 3;
    private static final double[] SIZE_TICKS = {1 << 10, 1 << 15, 1 << 20, 1 << 25, 1 << 30, 1L << 35};
    private static final double[] READ_TICKS = {0.01, 0.1, 1, 10, 100};
    private static final double LEFT = 4.2;
    private static final double LEAST_LABEL_CELLS = 60;
    private static final double POINT = 7;
    private static final double WIDE_TITLE = 24;
    private static final double LIT_SHARE = 0.9;
    private static final double USUAL_SHARE = 0.55;

    private final Texts texts;
    private final ClassWords words;
    private @Nullable StorageClassesSnapshot snapshot;
    private Optional<StorageClass> lit = Optional.empty();
    private double left;
    private double top;
    private double wide;
    private double high;

    MapPicture(Texts texts, ClassWords words) {
        this.texts = texts;
        this.words = words;
    }

    void show(StorageClassesSnapshot now) {
        snapshot = now;
    }

    void light(Optional<StorageClass> storageClass) {
        lit = storageClass;
    }

    /// The class at a place of the last picture.
    Optional<StorageClass> at(double x, double y) {
        StorageClassesSnapshot now = snapshot;
        if (now == null || x < left || x > left + wide || y < top || y > top + high) {
            return Optional.empty();
        }
        CheapestMap map = now.map();
        int column = (int) Math.min(map.columns() - 1, placeX(x) * map.columns());
        int row = (int) Math.min(map.rows() - 1, placeY(y) * map.rows());
        return Optional.of(map.at(column, row));
    }

    /// Where a pixel lies from the smallest size, 0, to the largest, 1.
    double placeX(double x) {
        return Math.clamp((x - left) / Math.max(1, wide), 0, 1);
    }

    /// Where a pixel lies from the fewest reads, 0, to the most, 1.
    double placeY(double y) {
        return Math.clamp(1 - (y - top) / Math.max(1, high), 0, 1);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        StorageClassesSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        left = text * LEFT;
        top = text + 6;
        wide = width - left - 4;
        high = height - top - text * 2 - 8;
        if (wide < text * 4 || high < text * 2) {
            return;
        }
        regions(drawing, graphics, now.map());
        ticks(drawing, graphics);
        names(drawing, graphics, now);
        point(drawing, graphics, now);
    }

    private void regions(Drawing drawing, GraphicsContext graphics, CheapestMap map) {
        double cellWide = wide / map.columns();
        double cellHigh = high / map.rows();
        for (int row = 0; row < map.rows(); row++) {
            int from = 0;
            for (int column = 1; column <= map.columns(); column++) {
                StorageClass first = map.at(from, row);
                if (column == map.columns() || map.at(column, row) != first) {
                    graphics.setFill(fill(drawing, first));
                    graphics.fillRect(
                            left + from * cellWide,
                            top + (map.rows() - 1 - row) * cellHigh,
                            (column - from) * cellWide + 0.5,
                            cellHigh + 0.5);
                    from = column;
                }
            }
        }
        graphics.setFill(drawing.ink(Ink.LINE));
        double thick = drawing.lineWidth();
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                double x = left + column * cellWide;
                double y = top + (map.rows() - 1 - row) * cellHigh;
                if (column > 0 && map.at(column, row) != map.at(column - 1, row)) {
                    graphics.fillRect(x - thick / 2, y, thick, cellHigh + 0.5);
                }
                if (row > 0 && map.at(column, row) != map.at(column, row - 1)) {
                    graphics.fillRect(x, y + cellHigh - thick / 2, cellWide + 0.5, thick);
                }
            }
        }
    }

    private Color fill(Drawing drawing, StorageClass storageClass) {
        Ink ink = switch (storageClass) {
            case STANDARD, REDUCED_REDUNDANCY -> Ink.HOLLOW;
            case INTELLIGENT_TIERING -> Ink.WATER_SOFT;
            case STANDARD_IA -> Ink.MARK;
            case ONEZONE_IA -> Ink.ALERT_SOFT;
            case GLACIER_IR -> Ink.WATER;
            case GLACIER -> Ink.GRID;
            case DEEP_ARCHIVE -> Ink.MUTED;
        };
        boolean isLit = lit.filter(storageClass::equals).isPresent();
        return drawing.ink(Ink.GROUND).interpolate(drawing.ink(ink), isLit ? LIT_SHARE : USUAL_SHARE);
    }

    private void ticks(Drawing drawing, GraphicsContext graphics) {
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        for (double reads : READ_TICKS) {
            double y = top + (1 - CheapestMap.placeOfReads(reads)) * high;
            graphics.fillText(words.reads(reads), left - 6, Math.clamp(y, top + text / 2, top + high - text / 2));
            graphics.fillRect(left - 4, y, 4, 1);
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(
                texts.get(wide < text * WIDE_TITLE ? "storage-classes.axis.reads.short" : "storage-classes.axis.reads"),
                0,
                text / 2);
        graphics.setTextAlign(TextAlignment.CENTER);
        double free = left;
        for (double bytes : SIZE_TICKS) {
            double x = left + CheapestMap.placeOfBytes(bytes) * wide;
            if (x - text * 2 >= free - 1 && x + text * 2 <= left + wide) {
                graphics.fillText(words.size(bytes), x, top + high + text / 2 + 6);
                free = x + text * 3;
            }
            graphics.fillRect(x, top + high, 1, 4);
        }
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(texts.get("storage-classes.axis.size"), left + wide, top + high + text * 1.5 + 8);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    /// Each region's name at the cell of it that is furthest from others, where there is room.
    private void names(Drawing drawing, GraphicsContext graphics, StorageClassesSnapshot now) {
        CheapestMap map = now.map();
        Map<StorageClass, double[]> sums = new EnumMap<>(StorageClass.class);
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                double[] sum = sums.computeIfAbsent(map.at(column, row), _ -> new double[] {0, -1, 0, 0});
                sum[0]++;
                double room = room(map, column, row);
                if (room > sum[1]) {
                    sum[1] = room;
                    sum[2] = column;
                    sum[3] = row;
                }
            }
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFont(drawing.strong());
        graphics.setFill(drawing.ink(Ink.TEXT));
        double cellWide = wide / map.columns();
        double cellHigh = high / map.rows();
        List<double[]> taken = new ArrayList<>();
        double pointX = left + CheapestMap.placeOfBytes((double) now.scenario().averageBytes()) * wide;
        double pointY = top + (1 - CheapestMap.placeOfReads(now.scenario().readsPerObjectMonth())) * high;
        taken.add(new double[] {pointX, pointY, POINT + 4, POINT + 4});
        sums.forEach((storageClass, sum) -> {
            String name = words.shortName(storageClass);
            double half = name.length() * drawing.textSize() * 0.3;
            double halfHigh = drawing.textSize() * 0.6;
            double x = left + (sum[2] + 0.5) * cellWide;
            double y =
                    Math.clamp(top + (map.rows() - 1 - sum[3] + 0.5) * cellHigh, top + halfHigh, top + high - halfHigh);
            // beside the point where it would cover the name
            for (double place : new double[] {x, pointX - half - POINT - 6, pointX + half + POINT + 6}) {
                double[] box = {place, y, half, halfHigh};
                boolean fits = place - half >= left && place + half <= left + wide;
                if (sum[0] >= LEAST_LABEL_CELLS && fits && taken.stream().noneMatch(other -> meet(box, other))) {
                    graphics.setStroke(drawing.ink(Ink.GROUND));
                    graphics.setLineWidth(HALO);
                    graphics.strokeText(name, place, y); // lines pass under a name, not through it
                    graphics.fillText(name, place, y);
                    taken.add(box);
                    break;
                }
            }
        });
        graphics.setFont(drawing.font());
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private static boolean meet(double[] one, double[] other) {
        return Math.abs(one[0] - other[0]) < one[2] + other[2] && Math.abs(one[1] - other[1]) < one[3] + other[3];
    }

    /// How far a cell is from the nearest of another class, wide cells counting for what a name needs.
    private static double room(CheapestMap map, int column, int row) {
        StorageClass own = map.at(column, row);
        int sideways = 0;
        while (column - sideways - 1 >= 0
                && column + sideways + 1 < map.columns()
                && map.at(column - sideways - 1, row) == own
                && map.at(column + sideways + 1, row) == own) {
            sideways++;
        }
        int upwards = 0;
        while (row - upwards - 1 >= 0
                && row + upwards + 1 < map.rows()
                && map.at(column, row - upwards - 1) == own
                && map.at(column, row + upwards + 1) == own) {
            upwards++;
        }
        return Math.min(sideways, 3.0 * upwards);
    }

    private void point(Drawing drawing, GraphicsContext graphics, StorageClassesSnapshot now) {
        double x = left + CheapestMap.placeOfBytes((double) now.scenario().averageBytes()) * wide;
        double y = top + (1 - CheapestMap.placeOfReads(now.scenario().readsPerObjectMonth())) * high;
        double thick = drawing.lineWidth();
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillRect(x - thick / 2, top, thick, high);
        graphics.fillRect(left, y - thick / 2, wide, thick);
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillOval(x - POINT - 3, y - POINT - 3, 2 * POINT + 6, 2 * POINT + 6);
        graphics.setFill(drawing.ink(Ink.LIT));
        graphics.fillOval(x - POINT, y - POINT, 2 * POINT, 2 * POINT);
    }
}
