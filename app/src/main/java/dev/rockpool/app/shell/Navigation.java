package dev.rockpool.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the user is among the screens that exist, and where they were before.
public final class Navigation implements Navigator {
    private static final int REMEMBERED = 50;

    private final List<String> screens;
    private final ReadOnlyObjectWrapper<Place> current;
    private final Deque<Place> before = new ArrayDeque<>();
    private boolean returning;

    /// @param screens the ids of the screens, the first is where a new user starts
    public Navigation(List<String> screens) {
        if (screens.isEmpty()) {
            throw new IllegalArgumentException("screens is empty; at least one is needed");
        }
        this.screens = List.copyOf(screens);
        this.current = new ReadOnlyObjectWrapper<>(Place.of(screens.getFirst()));
    }

    @Override
    public void open(Place place) {
        if (!screens.contains(place.screen()) || place.equals(current.get())) {
            return;
        }
        before.push(current.get());
        if (before.size() > REMEMBERED) {
            before.removeLast();
        }
        current.set(place);
    }

    @Override
    public void back() {
        returning = true;
        Optional.ofNullable(before.poll()).ifPresent(current::set);
        returning = false;
    }

    @Override
    public ReadOnlyObjectProperty<Place> current() {
        return current.getReadOnlyProperty();
    }

    /// Whether what is told now is the way back to a place, not the way to one.
    boolean isReturning() {
        return returning;
    }

    /// Whether there is a place to go back to.
    boolean canGoBack() {
        return !before.isEmpty();
    }
}
