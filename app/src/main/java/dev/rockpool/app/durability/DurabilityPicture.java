package dev.rockpool.app.durability;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.durability.DurabilityEstimate;
import dev.rockpool.simulators.durability.DurabilitySnapshot;
import dev.rockpool.simulators.durability.DurabilitySnapshot.Health;
import dev.rockpool.simulators.durability.DurabilitySnapshot.Role;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a stripe, a tile a shard in the column of its zone, and below it a bar of nines for each
/// method.
///
/// A whole shard is filled, one of parity only outlined; a lost one is crossed out, one in repair half
/// filled.
final class DurabilityPicture implements StagePicture<DurabilitySnapshot> {
    private static final double MARGIN = 8;
    private static final double GAP = 4;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.58;
    private static final double LARGEST_TILE = 84;
    private static final double FLAT = 0.62;
    /// Below this height the bars leave the room to the stripe.
    private static final double BARS_FROM = 9.5;
    private static final double LEAST_NINES = 12;

    private final DurabilityWords words;
    private @Nullable DurabilitySnapshot snapshot;
    private String lit = "";
    private List<Tile> tiles = List.of();

    /// A shard where it was painted.
    private record Tile(ShardState shard, double x, double y, double width, double height) {}

    DurabilityPicture(DurabilityWords words) {
        this.words = words;
    }

    @Override
    public void show(DurabilitySnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String name) {
        lit = name;
    }

    @Override
    public String at(double x, double y) {
        return tiles.stream()
                .filter(tile ->
                        x >= tile.x() && x <= tile.x() + tile.width() && y >= tile.y() && y <= tile.y() + tile.height())
                .map(tile -> tile.shard().name())
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        DurabilitySnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        double line = text + 8;
        double bars = height >= text * BARS_FROM * 1.6 ? line * (now.estimates().size() + 1) + MARGIN : 0;
        stripe(drawing, graphics, now, width, height - bars - (bars > 0 ? MARGIN : 0));
        if (bars > 0) {
            nines(drawing, graphics, now, height - bars, width, line);
        }
    }

    // --- stripe

    private void stripe(
            Drawing drawing, GraphicsContext graphics, DurabilitySnapshot now, double width, double height) {
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(now.isLost() ? Ink.ALERT_SOFT : Ink.GROUND));
        graphics.fillRect(0, 0, width, height);
        int zones = now.scenario().zones();
        double head = zones > 1 || now.isLost() ? text + MARGIN : 0;
        double column = (width - GAP * (zones - 1)) / zones;
        List<Tile> painted = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            int here = zone;
            double left = zone * (column + GAP);
            if (zones > 1) {
                graphics.setFill(drawing.ink(Ink.HOLLOW));
                graphics.fillRect(left, 0, column, height);
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(words.zone(zone), left + MARGIN, MARGIN + text / 2, column - 2 * MARGIN);
            }
            List<ShardState> shards =
                    now.shards().stream().filter(shard -> shard.zone() == here).toList();
            painted.addAll(
                    place(shards, left + MARGIN, head + MARGIN, column - 2 * MARGIN, height - head - 2 * MARGIN));
        }
        tiles = List.copyOf(painted);
        painted.forEach(tile -> tile(drawing, graphics, tile));
        if (now.isLost() && zones == 1) {
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(drawing.strong());
            graphics.fillText(words.gone(), MARGIN, MARGIN + text / 2, width - 2 * MARGIN);
            graphics.setFont(drawing.font());
        }
    }

    /// As large as they can be, in rows from the left.
    private static List<Tile> place(List<ShardState> shards, double x, double y, double width, double height) {
        int best = 1;
        double size = 0;
        for (int columns = 1; columns <= shards.size(); columns++) {
            int rows = Math.ceilDiv(shards.size(), columns);
            double now = Math.min((width + GAP) / columns - GAP, ((height + GAP) / rows - GAP) / FLAT);
            if (now > size) {
                size = now;
                best = columns;
            }
        }
        double wide = Math.clamp(size, 2, LARGEST_TILE);
        List<Tile> placed = new ArrayList<>();
        for (int at = 0; at < shards.size(); at++) {
            placed.add(new Tile(
                    shards.get(at),
                    x + at % best * (wide + GAP),
                    y + Math.floorDiv(at, best) * (wide * FLAT + GAP),
                    wide,
                    wide * FLAT));
        }
        return placed;
    }

    private void tile(Drawing drawing, GraphicsContext graphics, Tile tile) {
        ShardState shard = tile.shard();
        boolean isWhole = shard.health() == Health.WHOLE;
        graphics.setFill(
                drawing.ink(isWhole ? (shard.role() == Role.DATA ? Ink.WATER_SOFT : Ink.GROUND) : Ink.ALERT_SOFT));
        graphics.fillRect(tile.x(), tile.y(), tile.width(), tile.height());
        if (shard.health() == Health.REPAIRING) {
            graphics.setFill(drawing.ink(Ink.WATER_SOFT));
            graphics.fillRect(tile.x(), tile.y() + tile.height() / 2, tile.width(), tile.height() / 2);
        }
        graphics.setStroke(drawing.ink(shard.name().equals(lit) ? Ink.LIT : isWhole ? Ink.WATER : Ink.ALERT));
        graphics.setLineWidth(drawing.lineWidth() * (shard.name().equals(lit) ? 2 : 1));
        graphics.strokeRect(tile.x(), tile.y(), tile.width(), tile.height());
        if (shard.health() == Health.WAITING) {
            graphics.setStroke(drawing.ink(Ink.ALERT));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeLine(tile.x(), tile.y(), tile.x() + tile.width(), tile.y() + tile.height());
            graphics.strokeLine(tile.x(), tile.y() + tile.height(), tile.x() + tile.width(), tile.y());
        }
        double text = drawing.textSize();
        boolean fits = shard.name().length() * text * LETTER + 4 <= tile.width() && tile.height() >= text + 2;
        if (fits && shard.health() != Health.WAITING) {
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(shard.name(), tile.x() + tile.width() / 2, tile.y() + tile.height() / 2);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
    }

    // --- nines

    private void nines(
            Drawing drawing, GraphicsContext graphics, DurabilitySnapshot now, double from, double width, double line) {
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(words.claim(now), MARGIN, from + line / 2, width - 2 * MARGIN);
        graphics.setFont(drawing.font());
        double name = now.estimates().stream()
                        .mapToInt(estimate -> words.method(estimate).length())
                        .max()
                        .orElse(0)
                * text
                * LETTER;
        double number = now.estimates().stream()
                        .mapToInt(estimate -> words.nines(estimate).length())
                        .max()
                        .orElse(0)
                * text
                * LETTER;
        double left = MARGIN + name + MARGIN;
        double room = Math.max(1, width - left - number - 2 * MARGIN);
        double most = now.estimates().stream()
                .mapToDouble(DurabilityEstimate::nines)
                .filter(Double::isFinite)
                .reduce(LEAST_NINES, Math::max);
        for (int nine = 1; nine <= most; nine++) {
            graphics.setFill(drawing.ink(Ink.GRID));
            graphics.fillRect(
                    left + room * nine / most,
                    from + line,
                    1,
                    line * now.estimates().size());
        }
        for (int at = 0; at < now.estimates().size(); at++) {
            DurabilityEstimate estimate = now.estimates().get(at);
            double middle = from + line * (at + 1) + line / 2;
            boolean isChosen = estimate.method() == now.scenario().method();
            graphics.setFont(isChosen ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(words.method(estimate), MARGIN, middle, name + MARGIN);
            double reach = room * Math.min(1, estimate.nines() / most);
            graphics.setFill(drawing.ink(isChosen ? Ink.WATER : Ink.WATER_SOFT));
            graphics.fillRect(left, middle - text / 2, reach, text);
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(1);
            graphics.strokeRect(left, middle - text / 2, reach, text);
            interval(drawing, graphics, estimate, left, room / most, middle);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(words.nines(estimate), left + reach + MARGIN, middle);
        }
        graphics.setFont(drawing.font());
    }

    /// Where 95 of 100 seeds would put a simulated value.
    private static void interval(
            Drawing drawing,
            GraphicsContext graphics,
            DurabilityEstimate estimate,
            double left,
            double each,
            double middle) {
        if (estimate.standardError().isEmpty() || estimate.annualLoss() <= 0) {
            return;
        }
        double error = 2 * estimate.standardError().getAsDouble();
        double low = -Math.log10(Math.min(1, estimate.annualLoss() + error));
        double high = -Math.log10(Math.max(estimate.annualLoss() / 10, estimate.annualLoss() - error));
        graphics.setStroke(drawing.ink(Ink.TEXT));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(left + low * each, middle, left + high * each, middle);
        double tick = drawing.textSize() / 2;
        graphics.strokeLine(left + low * each, middle - tick, left + low * each, middle + tick);
        graphics.strokeLine(left + high * each, middle - tick, left + high * each, middle + tick);
    }
}
