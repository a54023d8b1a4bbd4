package dev.rockpool.app.presenter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What is drawn with the pen, page by page, and where the laser points.
final class Sketch {
    /// More points than a hand draws in a lesson; the oldest strokes go first.
    private static final int MOST_STROKES = 400;

    private final Map<Integer, List<List<Spot>>> strokes = new HashMap<>();
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.NONE);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Optional<Spot> laser = Optional.empty();
    private int page;

    /// What the pointer does on a page.
    enum Tool {
        /// Nothing: it works the lab.
        NONE,
        PEN,
        LASER
    }

    /// A place on a page, 0 to 1 from the left and from the top.
    record Spot(double x, double y) {}

    ObjectProperty<Tool> tool() {
        return tool;
    }

    /// Turns at every change, for those who paint.
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Goes to a page, with what was drawn on it.
    void open(int number) {
        page = number;
        laser = Optional.empty();
        change();
    }

    /// Takes a tool up, or puts it down if it is in the hand.
    void take(Tool wanted) {
        tool.set(tool.get() == wanted ? Tool.NONE : wanted);
        laser = Optional.empty();
        change();
    }

    /// Puts the pen down at a place.
    void begin(Spot spot) {
        List<List<Spot>> here = strokes.computeIfAbsent(page, _ -> new ArrayList<>());
        here.add(new ArrayList<>(List.of(spot)));
        if (here.size() > MOST_STROKES) {
            here.removeFirst();
        }
        change();
    }

    /// Draws on to a place.
    void draw(Spot spot) {
        List<List<Spot>> here = strokes.getOrDefault(page, List.of());
        if (!here.isEmpty()) {
            here.getLast().add(spot);
            change();
        }
    }

    /// Points at a place; empty for nowhere.
    void point(Optional<Spot> spot) {
        laser = spot;
        change();
    }

    /// Takes everything off the page.
    ///
    /// @return puts it back
    Runnable wipe() {
        int wiped = page;
        Optional<List<List<Spot>>> was = Optional.ofNullable(strokes.remove(wiped));
        change();
        return () -> {
            was.ifPresent(lines -> strokes.put(wiped, lines));
            change();
        };
    }

    /// What is drawn on the page, a list of places a stroke.
    List<List<Spot>> strokes() {
        return strokes.getOrDefault(page, List.of());
    }

    Optional<Spot> laser() {
        return laser;
    }

    private void change() {
        changes.set(changes.get() + 1);
    }
}
