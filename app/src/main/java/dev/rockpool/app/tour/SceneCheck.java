package dev.rockpool.app.tour;

import dev.rockpool.app.theme.Contrast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Looks through a painted scene for text that cannot be read: shortened, cut off, outside its parent, too faint, or in
/// projector mode too small.
///
/// Text with the style class [#SHORTENED] may be shortened (a file's path in a list); everything else is checked.
public final class SceneCheck {
    /// Marks text that may be shortened.
    public static final String SHORTENED = "rp-shortened";

    private static final String SCRIM = "rp-scrim";
    private static final String NOTICE = ".rp-notice";

    /// WCAG 2.2, 1.4.3: text; large text (24 px, or 18.66 px bold).
    private static final double TEXT_CONTRAST = 4.5;

    private static final double LARGE_TEXT_CONTRAST = 3;
    private static final double LARGE_TEXT = 24;
    private static final double LARGE_BOLD_TEXT = 18.66;
    /// 18 pt.
    private static final double PROJECTOR_TEXT = 24;

    private static final int TEXT_SIZES = 3;
    /// Rounding to whole pixels may move an edge by this.
    private static final double SLACK = 1.5;

    private static final int LONGEST_QUOTE = 60;

    private final WritableImage image;
    private final boolean projector;
    private final List<Finding> findings = new ArrayList<>();
    private final TreeSet<Double> sizes = new TreeSet<>();

    /// What a check found.
    ///
    /// @param check as in [TourFault#check()]
    public record Finding(String check, String sentence) {}

    private SceneCheck(WritableImage image, boolean projector) {
        this.image = image;
        this.projector = projector;
    }

    /// Checks a scene that has just been painted.
    ///
    /// @param image the picture
    /// @param projector whether text must be large enough for a room
    public static List<Finding> check(Scene scene, WritableImage image, boolean projector) {
        SceneCheck check = new SceneCheck(image, projector);
        check.look(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false);
        if (check.sizes.size() > TEXT_SIZES) {
            check.findings.add(new Finding("sizes", "more than " + TEXT_SIZES + " text sizes: " + check.sizes));
        }
        return List.copyOf(check.findings);
    }

    /// @param view the part of the scene in which the node can be seen
    /// @param scrolls whether what lies outside the view can be scrolled to
    private void look(Node node, Bounds view, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0 || node.isDisabled()) {
            return;
        }
        Bounds place = inScene(node);
        if (scrolls && !place.intersects(view)) {
            return;
        }
        if (node instanceof Labeled labeled) {
            checkShortened(labeled);
        }
        if (node instanceof Text text
                && !(node instanceof FontIcon)
                && !text.getText().isBlank()) {
            checkText(text, place, view, scrolls);
        }
        if (node instanceof Parent parent) {
            boolean window =
                    node instanceof ScrollPane || node instanceof VirtualFlow<?> || node instanceof TextInputControl;
            for (Node child : uncovered(parent.getChildrenUnmodifiable())) {
                look(child, window ? intersection(place, view) : view, scrolls || window);
            }
        }
    }

    /// The children that nothing dims: all, or the last scrim and what lies over it.
    private static List<Node> uncovered(List<Node> children) {
        int first = 0;
        for (int index = 0; index < children.size(); index++) {
            if (children.get(index).isVisible()
                    && children.get(index).getStyleClass().contains(SCRIM)) {
                first = index;
            }
        }
        return children.subList(first, children.size());
    }

    private void checkShortened(Labeled labeled) {
        String wanted = labeled.getText();
        if (wanted == null || wanted.isEmpty() || labeled.getStyleClass().contains(SHORTENED)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && !(child instanceof FontIcon)
                    && text.isVisible()
                    && !squeezed(text.getText()).equals(squeezed(wanted))) {
                add("clipped", labeled, "“" + quote(wanted) + "” is shown as “" + quote(text.getText()) + "”");
            }
        }
    }

    private void checkText(Text text, Bounds place, Bounds view, boolean scrolls) {
        double scale = text.getLocalToSceneTransform().getMxx();
        double size = text.getFont().getSize();
        sizes.add(size);
        if (projector && size * scale < PROJECTOR_TEXT - 0.5) {
            add("projector", text, quoted(text) + " is " + tenths(size * scale) + " px, under 24 px");
        }
        boolean left = place.getMinX() < view.getMinX() - SLACK;
        boolean right = place.getMaxX() > view.getMaxX() + SLACK;
        boolean above = place.getMinY() < view.getMinY() - SLACK;
        boolean below = place.getMaxY() > view.getMaxY() + SLACK;
        boolean typed = isTyped(text);
        if (!typed && (left || right || (!scrolls && (above || below)))) {
            add("outside", text, quoted(text) + " reaches beyond what can be seen: " + box(place) + " in " + box(view));
            return;
        }
        Parent parent = text.getParent();
        if (!typed && parent != null) {
            Bounds around = inScene(parent);
            double spare = SLACK * scale;
            if (place.getMinX() < around.getMinX() - spare
                    || place.getMaxX() > around.getMaxX() + spare
                    || place.getMinY() < around.getMinY() - spare * 2
                    || place.getMaxY() > around.getMaxY() + spare * 2) {
                add("outside", text, quoted(text) + " reaches beyond its parent: " + box(place) + " in " + box(around));
            }
        }
        if (text.getFill() instanceof Color fill && !isUnderNotice(text, place)) {
            Bounds seen = intersection(place, view);
            if (seen.getHeight() * 2 >= place.getHeight()) { // of a sliver, what lies around it is most
                checkContrast(text, fill, seen, size * scale);
            }
        }
    }

    /// A notice lies over the screen for a few seconds.
    private static boolean isUnderNotice(Text text, Bounds place) {
        Node notice = text.getScene().getRoot().lookup(NOTICE);
        return notice != null && notice.isVisible() && inScene(notice).intersects(place) && !isWithin(text, notice);
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private void checkContrast(Text text, Color fill, Bounds place, double size) {
        Color ground = ground(place);
        if (ground == null) {
            return;
        }
        Color blended = ground.interpolate(fill, fill.getOpacity() * opacity(text));
        double contrast = Contrast.between(blended, ground);
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        boolean large = size >= LARGE_TEXT || (bold && size >= LARGE_BOLD_TEXT);
        if (contrast < (large ? LARGE_TEXT_CONTRAST : TEXT_CONTRAST)) {
            add("contrast", text, quoted(text) + " has " + tenths(contrast) + ":1, " + blended + " on " + ground);
        }
    }

    /// The colour that most pixels around the glyphs have; null if nothing of the text is in the picture.
    private @Nullable Color ground(Bounds place) {
        Rectangle2D part = new Rectangle2D(
                Math.max(place.getMinX(), 0),
                Math.max(place.getMinY(), 0),
                Math.max(Math.min(place.getMaxX(), image.getWidth()) - Math.max(place.getMinX(), 0), 0),
                Math.max(Math.min(place.getMaxY(), image.getHeight()) - Math.max(place.getMinY(), 0), 0));
        PixelReader reader = image.getPixelReader();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = (int) part.getMinY(); y < (int) part.getMaxY(); y++) {
            for (int x = (int) part.getMinX(); x < (int) part.getMaxX(); x++) {
                counts.merge(reader.getArgb(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> Color.rgb(entry.getKey() >> 16 & 0xff, entry.getKey() >> 8 & 0xff, entry.getKey() & 0xff))
                .orElse(null);
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node each = node; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        return opacity;
    }

    private static boolean isTyped(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(Math.min(one.getMaxX(), other.getMaxX()) - left, 0),
                Math.max(Math.min(one.getMaxY(), other.getMaxY()) - top, 0));
    }

    private void add(String check, Node node, String sentence) {
        findings.add(new Finding(check, sentence + " (" + path(node) + ")"));
    }

    /// The style classes from the root to the node.
    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        int shown = 0;
        for (Node each = node; each != null && shown < 5; each = each.getParent(), shown++) {
            String name = each.getStyleClass().isEmpty()
                    ? each.getClass().getSimpleName()
                    : String.join(".", each.getStyleClass());
            path.insert(0, (each.getParent() == null || shown == 4 ? "" : " > ") + name);
        }
        return path.toString();
    }

    /// Without white space and soft breaks, which wrapping may change.
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String quoted(Text text) {
        return "“" + quote(text.getText()) + "”";
    }

    private static String quote(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }

    private static String box(Bounds bounds) {
        return Math.round(bounds.getMinX()) + "," + Math.round(bounds.getMinY()) + " to " + Math.round(bounds.getMaxX())
                + "," + Math.round(bounds.getMaxY());
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
