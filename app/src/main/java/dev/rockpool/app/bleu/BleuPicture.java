package dev.rockpool.app.bleu;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.bleu.BleuSnapshot;
import dev.rockpool.simulators.bleu.BleuSnapshot.Match;
import dev.rockpool.simulators.bleu.BleuSnapshot.SegmentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Paints each hypothesis with its references, a bar under every n-gram of the order that is counted, and
/// below them a bar of precision for each order.
///
/// A bar is filled if its n-gram counts, crossed out if it is clipped, outlined if no reference has it.
final class BleuPicture implements StagePicture<BleuSnapshot> {
    private static final double MARGIN = 8;
    private static final double GAP = 4;
    private static final double TALL_BAR = 7;
    private static final double FLAT_BAR = 3;
    private static final double PERCENT = 100;
    /// Below this height, in lines, the sums leave the room to the sentences.
    private static final double SUMS_FROM = 9.5;
    /// Below this width there is no room for names before the sentences.
    private static final double NAMES_FROM = 300;

    private static final int MOST_SEGMENTS = 20;

    private final BleuWords words;
    private @Nullable BleuSnapshot snapshot;
    private @Nullable Gram lit;
    private int first;
    private double thick = TALL_BAR;
    private List<Bar> bars = List.of();
    private final Ruler ruler = new Ruler();

    /// A part of an n-gram where it was painted.
    private record Bar(Gram gram, double x, double y, double width, double height) {}

    /// A token where it stands.
    private record Place(double x, double y, double width) {}

    BleuPicture(BleuWords words) {
        this.words = words;
    }

    @Override
    public void show(BleuSnapshot now) {
        if (snapshot != null && snapshot.segments().size() != now.segments().size()) {
            first = 0;
        }
        snapshot = now;
    }

    @Override
    public void light(String subject) {
        Gram gram = Gram.of(subject).orElse(null);
        lit = gram;
        if (gram != null && bars.stream().noneMatch(bar -> bar.gram().segment() == gram.segment())) {
            first = gram.segment();
        }
    }

    @Override
    public String at(double x, double y) {
        return bars.stream()
                .filter(bar ->
                        x >= bar.x() && x <= bar.x() + bar.width() && y >= bar.y() && y <= bar.y() + bar.height())
                .map(bar -> bar.gram().subject())
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        BleuSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double line = drawing.textSize() + 8;
        double full = line * 4 + 2 * MARGIN;
        boolean both = height >= line * SUMS_FROM;
        boolean isFull = both && width >= NAMES_FROM && fits(drawing, now, width, height - full);
        double sums = isFull ? full : line + 2 * MARGIN;
        double room = both ? height - sums : height;
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(0, 0, width, height);
        segments(drawing, graphics, now, width, room);
        if (both) {
            graphics.setFill(drawing.ink(Ink.GROUND));
            graphics.fillRect(0, room, width, sums);
            graphics.setFill(drawing.ink(Ink.GRID));
            graphics.fillRect(MARGIN, room, width - 2 * MARGIN, 1);
            sums(drawing, graphics, now, room + MARGIN, width, line, isFull);
        }
    }

    /// Whether the sentence that stands first has room with all its references.
    private boolean fits(Drawing drawing, BleuSnapshot now, double width, double room) {
        thick = FLAT_BAR;
        SegmentState segment = now.segments().get(Math.min(first, now.segments().size() - 1));
        double more = now.segments().size() > 1 ? drawing.textSize() + 6 : 0;
        double left = 2 * MARGIN + names(drawing.font(), now);
        return MARGIN + height(drawing, now, segment, left, width) <= room - more + MARGIN;
    }

    // --- sentences

    private void segments(Drawing drawing, GraphicsContext graphics, BleuSnapshot now, double width, double room) {
        double text = drawing.textSize();
        double left = width < NAMES_FROM ? MARGIN : 2 * MARGIN + names(drawing.font(), now);
        List<Bar> painted = new ArrayList<>();
        int start = Math.min(first, now.segments().size() - 1);
        List<SegmentState> rest = now.segments().subList(start, now.segments().size());
        double limit = now.segments().size() > 1 ? room - text - 6 : room;
        thick = TALL_BAR;
        boolean isTight = MARGIN + height(drawing, now, rest.getFirst(), left, width) > limit;
        thick = FLAT_BAR;
        double flat = MARGIN
                + rest.stream()
                        .limit(MOST_SEGMENTS)
                        .mapToDouble(each -> height(drawing, now, each, left, width))
                        .sum();
        thick = isTight || (flat <= room + MARGIN && start == 0) ? FLAT_BAR : TALL_BAR;
        double y = MARGIN;
        int at = start;
        while (at < now.segments().size()) {
            SegmentState segment = now.segments().get(at);
            double end = y + height(drawing, now, segment, left, width);
            double free = at + 1 < now.segments().size() || start > 0 ? limit : room + MARGIN;
            if (at > start && end > free) {
                break;
            }
            segment(drawing, graphics, now, at, left, y, width, at > start ? room : limit, painted);
            y = end;
            at++;
        }
        int hidden = now.segments().size() - (at - start);
        if (hidden > 0) {
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(words.more(hidden), MARGIN, room - text / 2 - 2, width - 2 * MARGIN);
        }
        bars = List.copyOf(painted);
    }

    /// The widest name before a sentence.
    private double names(Font font, BleuSnapshot now) {
        int segments = now.segments().size();
        double widest = ruler.wide(font, words.hypothesis(segments - 1, segments));
        for (SegmentState segment : now.segments().subList(0, Math.min(MOST_SEGMENTS, segments))) {
            int references = segment.references().size();
            widest = Math.max(widest, ruler.wide(font, words.reference(references - 1, references)));
        }
        return widest;
    }

    private double under(BleuSnapshot now) {
        return now.order() * (thick + 2) + GAP;
    }

    private double height(Drawing drawing, BleuSnapshot now, SegmentState segment, double left, double width) {
        double chip = drawing.textSize() + 8;
        double y =
                end(flow(drawing.strong(), segment.tokens(), left, 0, width, chip + under(now)), 0) + chip + under(now);
        for (List<String> reference : segment.references()) {
            y = end(flow(drawing.font(), reference, left, y, width, chip), y) + chip;
        }
        return y + MARGIN;
    }

    private static double end(List<Place> places, double top) {
        return places.isEmpty() ? top : places.getLast().y();
    }

    private void segment(
            Drawing drawing,
            GraphicsContext graphics,
            BleuSnapshot now,
            int at,
            double left,
            double top,
            double width,
            double room,
            List<Bar> painted) {
        SegmentState segment = now.segments().get(at);
        boolean isNamed = width >= NAMES_FROM;
        double chip = drawing.textSize() + 8;
        double under = under(now);
        Gram light = lit != null && lit.isIn(now) && lit.segment() == at ? lit : null;
        List<Place> places = flow(drawing.strong(), segment.tokens(), left, top, width, chip + under);
        if (isNamed) {
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(words.hypothesis(at, now.segments().size()), MARGIN, top + (chip - 3) / 2);
        }
        graphics.setFont(drawing.strong());
        for (int token = 0; token < places.size(); token++) {
            boolean isLit = light != null && token >= light.from() && token < light.from() + now.order();
            token(drawing, graphics, segment.tokens().get(token), places.get(token), chip, isLit);
        }
        graphics.setFont(drawing.font());
        for (int from = 0; from < segment.grams().size(); from++) {
            bar(drawing, graphics, now, new Gram(at, from), places, chip, painted);
        }
        references(drawing, graphics, now, segment, light, left, end(places, top) + chip + under, width, room);
    }

    /// The references, as many lines as there is room for. Where they do not all fit, those that have what stands out
    /// come first, and the rest is counted.
    private void references(
            Drawing drawing,
            GraphicsContext graphics,
            BleuSnapshot now,
            SegmentState segment,
            @Nullable Gram light,
            double left,
            double top,
            double width,
            double room) {
        double chip = drawing.textSize() + 8;
        double bottom = top;
        for (List<String> line : segment.references()) {
            bottom = end(flow(drawing.font(), line, left, bottom, width, chip), bottom) + chip;
        }
        boolean fits = bottom <= room + 3;
        double free = fits ? room + 3 : room - chip;
        double y = top;
        for (int reference : inOrder(segment, light == null || fits ? List.of() : light.tokens(now))) {
            List<String> line = segment.references().get(reference);
            List<Place> spots = flow(drawing.font(), line, left, y, width, chip);
            if (width >= NAMES_FROM && y + chip <= free) {
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(
                        words.reference(reference, segment.references().size()), MARGIN, y + (chip - 3) / 2);
            }
            boolean[] covered = light == null ? new boolean[line.size()] : Gram.covered(line, light.tokens(now));
            for (int token = 0; token < spots.size() && spots.get(token).y() + chip <= free; token++) {
                token(drawing, graphics, line.get(token), spots.get(token), chip, covered[token]);
            }
            y = end(spots, y) + chip;
        }
        if (!fits) {
            double shown = Math.max(0, Math.floor((free - top) / chip));
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(
                    words.cut(Math.round((y - top) / chip - shown)),
                    left,
                    top + shown * chip + (chip - 3) / 2,
                    width - left - MARGIN);
        }
    }

    /// The references, those that have `tokens` in a row before the others.
    private static List<Integer> inOrder(SegmentState segment, List<String> tokens) {
        return IntStream.range(0, segment.references().size())
                .boxed()
                .sorted(Comparator.comparing(at ->
                        tokens.isEmpty() || Gram.count(segment.references().get(at), tokens) == 0))
                .toList();
    }

    private List<Place> flow(Font font, List<String> tokens, double left, double top, double width, double line) {
        List<Place> places = new ArrayList<>();
        double x = left;
        double y = top;
        for (String token : tokens) {
            double wide = Math.max(10, ruler.wide(font, token)) + 10;
            if (x + wide > width - MARGIN && x > left) {
                x = left;
                y += line;
            }
            places.add(new Place(x, y, wide));
            x += wide + GAP;
        }
        return places;
    }

    private static void token(
            Drawing drawing, GraphicsContext graphics, String token, Place place, double chip, boolean isLit) {
        graphics.setFill(drawing.ink(isLit ? Ink.WATER_SOFT : Ink.HOLLOW));
        graphics.fillRoundRect(place.x(), place.y(), place.width(), chip - 3, 6, 6);
        if (isLit) {
            graphics.setStroke(drawing.ink(Ink.LIT));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeRoundRect(place.x(), place.y(), place.width(), chip - 3, 6, 6);
        }
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(token, place.x() + 5, place.y() + (chip - 3) / 2);
    }

    /// The bar of an n-gram under its tokens; bars that overlap stand in rows below one another.
    private void bar(
            Drawing drawing,
            GraphicsContext graphics,
            BleuSnapshot now,
            Gram gram,
            List<Place> places,
            double chip,
            List<Bar> painted) {
        Match match = now.segments().get(gram.segment()).grams().get(gram.from());
        int row = gram.from() % now.order();
        int from = gram.from();
        int end = gram.from() + now.order();
        while (from < end) {
            int to = from;
            while (to + 1 < end && places.get(to + 1).y() == places.get(from).y()) {
                to++;
            }
            double x = places.get(from).x();
            double y = places.get(from).y() + chip + row * (thick + 2);
            double wide = places.get(to).x() + places.get(to).width() - x;
            painted.add(new Bar(gram, x, y - 1, wide, thick + 2));
            paint(drawing, graphics, match, gram.equals(lit), x, y, wide);
            from = to + 1;
        }
    }

    private void paint(
            Drawing drawing, GraphicsContext graphics, Match match, boolean isLit, double x, double y, double wide) {
        graphics.setFill(drawing.ink(
                switch (match) {
                    case COUNTED -> Ink.WATER;
                    case CLIPPED -> Ink.ALERT_SOFT;
                    case ABSENT -> Ink.GROUND;
                }));
        graphics.fillRect(x, y, wide, thick);
        graphics.setStroke(drawing.ink(isLit ? Ink.LIT : match == Match.CLIPPED ? Ink.ALERT : Ink.LINE));
        graphics.setLineWidth(isLit ? drawing.lineWidth() * 2 : 1);
        graphics.strokeRect(x, y, wide, thick);
        if (match == Match.CLIPPED) {
            graphics.setLineWidth(drawing.lineWidth());
            for (double cross = x + thick / 2; cross + thick < x + wide; cross += 2 * thick) {
                graphics.strokeLine(cross, y, cross + thick, y + thick);
                graphics.strokeLine(cross, y + thick, cross + thick, y);
            }
        }
    }

    // --- sums

    /// The score; and if there is room a column for each order: how many count, a bar of the precision, and the
    /// precision.
    private void sums(
            Drawing drawing,
            GraphicsContext graphics,
            BleuSnapshot now,
            double from,
            double width,
            double line,
            boolean isFull) {
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(
                width < NAMES_FROM ? words.brief(now) : words.claim(now),
                MARGIN,
                from + line / 2 - 2,
                width - 2 * MARGIN);
        graphics.setFont(drawing.font());
        if (!isFull) {
            return;
        }
        int orders = Math.toIntExact(now.seconds());
        double each = (width - 2 * MARGIN) / orders;
        double top = from + line;
        for (int order = 1; order <= orders; order++) {
            double x = MARGIN + each * (order - 1);
            double room = each - MARGIN;
            graphics.setFill(drawing.ink(Ink.HOLLOW));
            graphics.fillRect(x, top + line, room, MARGIN);
            if (order <= now.order()) {
                graphics.setFill(drawing.ink(Ink.WATER));
                graphics.fillRect(x, top + line, room * words.precisionOf(now, order) / PERCENT, MARGIN);
            }
            graphics.setFont(order == now.order() ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(order <= now.order() ? Ink.TEXT : Ink.MUTED));
            String named = order <= now.order() ? words.counted(now, order) : words.order(order);
            graphics.fillText(
                    ruler.wide(drawing.strong(), named) <= room ? named : Integer.toString(order),
                    x,
                    top + line / 2,
                    room);
            if (order <= now.order()) {
                graphics.fillText(words.precision(now, order), x, top + line * 1.5 + MARGIN, room);
            }
        }
        graphics.setFont(drawing.font());
        if (now.order() == 0) {
            return;
        }
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(words.penalty(now), MARGIN, top + line * 2.5 + MARGIN, width - 2 * MARGIN);
    }
}
