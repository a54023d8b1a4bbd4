package dev.rockpool.platform;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/// A comparison as one HTML page that needs nothing else: pictures are drawn in it as SVG, nothing runs,
/// and every text is escaped.
public final class ComparisonPage {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.rockpool.platform.comparison");
    private static final String STYLE = """
        :root{color-scheme:light dark}
        body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem}
        svg{width:100%;height:auto;background:#fff}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #8886}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        """;
    /// Colours that stay apart for colour-blind readers (Okabe and Ito 2008), by the class they stand for.
    private static final Map<StorageClass, String> COLOURS = Map.of(
            StorageClass.STANDARD, "#e69f00",
            StorageClass.REDUCED_REDUNDANCY, "#f0e442",
            StorageClass.INTELLIGENT_TIERING, "#cc79a7",
            StorageClass.STANDARD_IA, "#d55e00",
            StorageClass.ONEZONE_IA, "#999999",
            StorageClass.GLACIER_IR, "#56b4e9",
            StorageClass.GLACIER, "#0072b2",
            StorageClass.DEEP_ARCHIVE, "#004c3f");

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int FOOT = 24;

    private final Comparison comparison;
    private final String object;
    private final Optional<Comparison.Lives> lives;

    /// @param object whose lives are told, as `BUCKET/KEY`
    /// @param lives of it
    public ComparisonPage(Comparison comparison, String object, Optional<Comparison.Lives> lives) {
        this.comparison = comparison;
        this.object = object;
        this.lives = lives;
    }

    /// The page.
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        String title =
                text("title", comparison.right().name(), comparison.left().name());
        page.append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style>");
        page.append("</head><body><h1>").append(escaped(title)).append("</h1>");
        page.append("<section><h2>").append(escaped(text("bytes"))).append("</h2><div class=\"pair\">");
        long most = Math.max(most(comparison.left()), most(comparison.right()));
        picture(page, comparison.left(), most);
        picture(page, comparison.right(), most);
        page.append("</div></section>");
        differences(page);
        bills(page);
        lives.ifPresent(both -> lives(page, both));
        page.append("<footer><p>").append(escaped(text("made"))).append("</p></footer></body></html>\n");
        return page.toString();
    }

    // --- pictures

    private static long most(Comparison.Side side) {
        return side.points().stream().mapToLong(ComparisonPage::all).max().orElse(0);
    }

    private static long all(Comparison.Point point) {
        return point.bytes().values().stream().mapToLong(Long::longValue).sum();
    }

    private void picture(StringBuilder page, Comparison.Side side, long most) {
        String caption = side.name() + ": " + text("span", day(side.from()), day(side.now()));
        page.append("<figure><figcaption>").append(escaped(caption)).append("</figcaption>");
        page.append("<svg role=\"img\" aria-label=\"").append(escaped(caption)).append("\" viewBox=\"0 0 ");
        page.append(WIDTH).append(' ').append(HEIGHT + FOOT).append("\">");
        int row = 0;
        Map<StorageClass, Long> last =
                side.points().isEmpty() ? Map.of() : side.points().getLast().bytes();
        List<StorageClass> below = new ArrayList<>();
        for (StorageClass storageClass : StorageClass.values()) {
            if (side.points().stream().anyMatch(point -> point.bytes().containsKey(storageClass))) {
                layer(page, side, below, storageClass, Math.max(1, most));
                below.add(storageClass);
                label(page, row++, storageClass, last.getOrDefault(storageClass, 0L));
            }
        }
        page.append("<line x1=\"0\" y1=\"")
                .append(HEIGHT)
                .append("\" x2=\"")
                .append(WIDTH)
                .append("\" y2=\"");
        page.append(HEIGHT).append("\" stroke=\"#444\"/>");
        label(page, 0, HEIGHT + FOOT - 6, day(first()));
        page.append("<text x=\"").append(WIDTH).append("\" y=\"").append(HEIGHT + FOOT - 6);
        page.append("\" font-size=\"13\" text-anchor=\"end\" fill=\"#222\">");
        page.append(escaped(day(comparison.axis().getLast()))).append("</text></svg></figure>");
    }

    private Instant first() {
        return comparison.axis().getFirst();
    }

    private void layer(
            StringBuilder page, Comparison.Side side, List<StorageClass> below, StorageClass storageClass, long most) {
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (Comparison.Point point : side.points()) {
            long base = below.stream()
                    .mapToLong(other -> point.bytes().getOrDefault(other, 0L))
                    .sum();
            long top = base + point.bytes().getOrDefault(storageClass, 0L);
            String x = number(x(point.at()));
            up.append(x).append(',').append(number(y(top, most))).append(' ');
            down.insert(0, x + ',' + number(y(base, most)) + ' ');
        }
        page.append("<polygon fill=\"").append(COLOURS.get(storageClass)).append("\" points=\"");
        page.append(up).append(down).append("\"/>");
    }

    private double x(Instant at) {
        double span = Math.max(
                1, Duration.between(first(), comparison.axis().getLast()).toMillis());
        return WIDTH * (Duration.between(first(), at).toMillis() / span);
    }

    private static double y(long bytes, long most) {
        return HEIGHT - HEIGHT * 0.95 * bytes / most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void label(StringBuilder page, int row, StorageClass storageClass, long bytes) {
        int y = 18 + row * 18;
        page.append("<rect x=\"8\" y=\"")
                .append(y - 11)
                .append("\" width=\"12\" height=\"12\" stroke=\"#222\" fill=\"");
        page.append(COLOURS.get(storageClass)).append("\"/>");
        label(page, 26, y, storageClass + " " + String.format(Locale.ROOT, "%,d", bytes));
    }

    private static void label(StringBuilder page, int x, int y, String text) {
        page.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"13\" fill=\"#222\">");
        page.append(escaped(text)).append("</text>");
    }

    // --- words and numbers

    private void differences(StringBuilder page) {
        page.append("<section><h2>").append(escaped(text("differences"))).append("</h2>");
        if (comparison.differences().isEmpty()) {
            page.append("<p>").append(escaped(text("nothing"))).append("</p>");
        }
        page.append("<ol>");
        for (Comparison.Difference difference : comparison.differences()) {
            page.append("<li>").append(escaped(difference.sentence()));
            for (String rule : difference.rules()) {
                page.append(' ').append(escaped(rule));
            }
            page.append("</li>");
        }
        page.append("</ol></section>");
        if (!comparison.notes().isEmpty()) {
            page.append("<section><h2>").append(escaped(text("notes"))).append("</h2><ul>");
            comparison
                    .notes()
                    .forEach(note -> page.append("<li>").append(escaped(note)).append("</li>"));
            page.append("</ul></section>");
        }
    }

    private void bills(StringBuilder page) {
        Map<String, Money> left = amounts(comparison.left());
        Map<String, Money> right = amounts(comparison.right());
        Map<String, Money> all = new LinkedHashMap<>(left);
        right.forEach(all::putIfAbsent);
        Money nothing = Money.zero(comparison.left().bill().currency());
        page.append("<section><h2>").append(escaped(text("bill"))).append("</h2><table><thead>");
        row(
                page,
                "th",
                text("line"),
                comparison.left().name(),
                comparison.right().name());
        page.append("</thead><tbody>");
        for (String line : all.keySet()) {
            row(
                    page,
                    "td",
                    line,
                    left.getOrDefault(line, nothing).plain(),
                    right.getOrDefault(line, nothing).plain());
        }
        row(
                page,
                "th",
                text("total"),
                comparison.left().bill().total().plain(),
                comparison.right().bill().total().plain());
        page.append("</tbody></table></section>");
    }

    private static void row(StringBuilder page, String cell, String head, String first, String second) {
        page.append("<tr><").append(cell).append('>').append(escaped(head));
        for (String value : List.of(first, second)) {
            page.append("</").append(cell).append("><").append(cell).append(" class=\"n\">");
            page.append(escaped(value));
        }
        page.append("</").append(cell).append("></tr>");
    }

    private static Map<String, Money> amounts(Comparison.Side side) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (BillLine line : side.bill().lines()) {
            String about = line.usage().about();
            amounts.merge(
                    line.usage().service() + " " + line.usage().item() + (about.isEmpty() ? "" : ", " + about),
                    line.amount(),
                    Money::plus);
        }
        return amounts;
    }

    private void lives(StringBuilder page, Comparison.Lives both) {
        page.append("<section><h2>").append(escaped(text("life", object))).append("</h2><div class=\"pair\">");
        life(page, comparison.left().name(), both.left());
        life(page, comparison.right().name(), both.right());
        page.append("</div></section>");
    }

    private static void life(StringBuilder page, String name, List<EventLog.Entry> entries) {
        page.append("<div><h3>").append(escaped(name)).append("</h3><ol>");
        for (EventLog.Entry entry : entries) {
            page.append("<li>")
                    .append(escaped(day(entry.at()) + " " + entry.sentence()))
                    .append("</li>");
        }
        page.append("</ol></div>");
    }

    private static String day(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(values);
    }

    /// As it may stand between tags and in an attribute.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            switch (next) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(next);
            }
        }
        return escaped.toString();
    }
}
