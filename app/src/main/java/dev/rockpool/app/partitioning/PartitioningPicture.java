package dev.rockpool.app.partitioning;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot.Compared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a row for each level of the key, as a strip of its prefixes with those that the query looks into
/// filled; below them the parts that are in no key, and a table of other layouts.
final class PartitioningPicture implements StagePicture<PartitioningSnapshot> {
    private static final double MARGIN = 8;
    private static final double GAP = 4;
    private static final double BIN = 2;
    private static final double MANY = 0.5;
    private static final int COLUMNS = 5;
    /// Below this width, words are fewer.
    private static final double BRIEF = 300;

    private final PartitioningWords words;
    private final Ruler ruler = new Ruler();
    private @Nullable PartitioningSnapshot snapshot;
    private Optional<KeyPart> lit = Optional.empty();
    private List<Chip> chips = List.of();
    private double firstRow;
    private double rowHeight = 1;

    /// A part where it was painted.
    private record Chip(KeyPart part, double x, double y, double width, double height) {}

    PartitioningPicture(PartitioningWords words) {
        this.words = words;
    }

    @Override
    public void show(PartitioningSnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String subject) {
        lit = KeyPart.of(subject);
    }

    @Override
    public String at(double x, double y) {
        return chips.stream()
                .filter(chip ->
                        x >= chip.x() && x <= chip.x() + chip.width() && y >= chip.y() && y <= chip.y() + chip.height())
                .map(chip -> chip.part().word())
                .findFirst()
                .orElse("");
    }

    /// The level at a height of the last picture, from 0; below the last one the tray.
    int levelAt(double y) {
        return (int) Math.max(0, Math.floor((y - firstRow) / rowHeight));
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        PartitioningSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(0, 0, width, height);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(
                width < BRIEF ? words.brief(now) : words.claim(now), MARGIN, MARGIN + text / 2, width - 2 * MARGIN);
        graphics.setFont(drawing.font());
        firstRow = 2 * MARGIN + text;
        double table = (text + GAP) * (now.compared().size() + 1) + MARGIN;
        int rows = KeyPart.values().length;
        boolean hasTable = height - firstRow - table >= rows * (text + GAP + 4);
        double room = height - firstRow - (hasTable ? table : 0);
        rowHeight = Math.min(text + 5 * GAP, room / rows);
        levels(drawing, graphics, now, width);
        if (hasTable) {
            table(drawing, graphics, now, height - table + MARGIN, width);
        }
    }

    // --- levels

    private void levels(Drawing drawing, GraphicsContext graphics, PartitioningSnapshot now, double width) {
        double text = drawing.textSize();
        double chip = 0;
        for (KeyPart part : KeyPart.values()) {
            chip = Math.max(chip, ruler.wide(drawing.strong(), part.word() + "="));
        }
        chip += 2 * MARGIN;
        double number = 0;
        int depth = now.scenario().keyParts().size();
        for (int at = 0; at < depth; at++) {
            number = Math.max(number, ruler.wide(drawing.font(), words.level(now, at, width < BRIEF)));
        }
        double left = MARGIN + chip + MARGIN;
        double right = width - MARGIN - number - MARGIN;
        List<Chip> painted = new ArrayList<>();
        for (int at = 0; at < depth; at++) {
            double y = firstRow + at * rowHeight;
            Chip here = new Chip(now.scenario().keyParts().get(at), MARGIN, y + 1, chip, Math.max(4, rowHeight - GAP));
            painted.add(here);
            chip(drawing, graphics, here, true);
            strip(drawing, graphics, now, at, left, y + 1, Math.max(10, right - left), here.height());
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(words.level(now, at, width < BRIEF), width - MARGIN, y + 1 + here.height() / 2);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
        if (depth < KeyPart.values().length) {
            double y = firstRow + depth * rowHeight;
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(words.out(), MARGIN, y + rowHeight / 2);
            double x = 2 * MARGIN + ruler.wide(drawing.font(), words.out());
            for (KeyPart part : KeyPart.values()) {
                if (!now.scenario().keyParts().contains(part)) {
                    double wide = Math.min(chip, width - MARGIN - x);
                    double high = Math.max(4, Math.min(rowHeight - GAP, text + 8));
                    Chip here = new Chip(part, x, y + (rowHeight - high) / 2, wide, high);
                    painted.add(here);
                    chip(drawing, graphics, here, false);
                    x += chip + GAP;
                }
            }
        }
        chips = List.copyOf(painted);
    }

    private void chip(Drawing drawing, GraphicsContext graphics, Chip chip, boolean isInKey) {
        boolean isLit = lit.filter(chip.part()::equals).isPresent();
        graphics.setFill(drawing.ink(isInKey ? Ink.WATER_SOFT : Ink.HOLLOW));
        graphics.fillRoundRect(chip.x(), chip.y(), chip.width(), chip.height(), 8, 8);
        graphics.setStroke(drawing.ink(isLit ? Ink.LIT : Ink.LINE));
        graphics.setLineWidth(isLit ? drawing.lineWidth() * 2 : 1);
        graphics.strokeRoundRect(chip.x(), chip.y(), chip.width(), chip.height(), 8, 8);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(
                chip.part().word() + (isInKey ? "=" : ""),
                chip.x() + MARGIN,
                chip.y() + chip.height() / 2,
                Math.max(1, chip.width() - 2 * MARGIN + 4));
        graphics.setFont(drawing.font());
    }

    private static void strip(
            Drawing drawing,
            GraphicsContext graphics,
            PartitioningSnapshot now,
            int at,
            double x,
            double y,
            double width,
            double height) {
        graphics.setFill(drawing.ink(Ink.HOLLOW));
        graphics.fillRect(x, y, width, height);
        if (at < now.looked()) {
            Strip strip = new Strip(now.reading().levels().subList(0, at + 1));
            double begun = 0;
            @Nullable Ink run = null;
            for (double bin = 0; bin < width; bin += BIN) {
                Ink ink = ink(strip.share(bin / width, Math.min(1, (bin + BIN) / width)));
                if (ink != run) {
                    run(drawing, graphics, run, x + begun, y, bin - begun, height);
                    begun = bin;
                    run = ink;
                }
            }
            run(drawing, graphics, run, x + begun, y, width - begun, height);
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeRect(x, y, width, height);
    }

    private static @Nullable Ink ink(double share) {
        return share <= 0 ? null : share >= MANY ? Ink.WATER : Ink.WATER_SOFT;
    }

    private static void run(
            Drawing drawing,
            GraphicsContext graphics,
            @Nullable Ink ink,
            double x,
            double y,
            double width,
            double height) {
        if (ink != null) {
            graphics.setFill(drawing.ink(ink));
            graphics.fillRect(x, y, width, height);
        }
    }

    // --- other layouts

    private void table(Drawing drawing, GraphicsContext graphics, PartitioningSnapshot now, double top, double width) {
        double line = drawing.textSize() + GAP;
        List<List<String>> rows = new ArrayList<>();
        rows.add(words.heads(now));
        for (Compared compared : now.compared()) {
            List<String> row = words.row(compared);
            rows.add(now.isOpened() ? row : row.subList(0, 1));
        }
        double free = width - 2 * MARGIN;
        double[] wide = wide(drawing, rows);
        if (wide[0] + MARGIN + wide[1] > free) {
            for (int row = 1; row < rows.size(); row++) {
                List<String> brief = new ArrayList<>(rows.get(row));
                brief.set(0, words.briefly(now.compared().get(row - 1)));
                rows.set(row, brief);
            }
            wide = wide(drawing, rows);
        }
        int columns = COLUMNS;
        while (columns > 2 && Arrays.stream(wide, 0, columns).sum() + MARGIN * (columns - 1) > free) {
            columns--;
        }
        double gap = (free - Arrays.stream(wide, 0, columns).sum()) / Math.max(1, columns - 1);
        graphics.setFill(drawing.ink(Ink.GRID));
        graphics.fillRect(MARGIN, top + line - 1, free, 1);
        for (int row = 0; row < rows.size(); row++) {
            boolean isShown = row > 0 && now.compared().get(row - 1).isShown();
            double y = top + line * row;
            if (isShown) {
                graphics.setFill(drawing.ink(Ink.WATER_SOFT));
                graphics.fillRect(MARGIN - 2, y, free + 4, line);
            }
            graphics.setFont(isShown ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(row == 0 ? Ink.MUTED : Ink.TEXT));
            double x = MARGIN;
            for (int column = 0; column < Math.min(columns, rows.get(row).size()); column++) {
                boolean isName = column == 0;
                graphics.setTextAlign(isName ? TextAlignment.LEFT : TextAlignment.RIGHT);
                graphics.fillText(
                        rows.get(row).get(column), isName ? x : x + wide[column], y + line / 2, wide[column] + 1);
                x += wide[column] + gap;
            }
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(drawing.font());
    }

    /// How wide each column is.
    private double[] wide(Drawing drawing, List<List<String>> rows) {
        double[] wide = new double[COLUMNS];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                wide[column] = Math.max(wide[column], ruler.wide(drawing.strong(), row.get(column)));
            }
        }
        return wide;
    }
}
