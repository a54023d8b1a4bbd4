package dev.rockpool.app.lab;

import java.util.ArrayDeque;
import java.util.Deque;

/// The configurations that were, and those that were taken back. Changes of one gesture, such as a slider being
/// dragged,
/// count as one.
final class Edits<S> {
    /// The most configurations that can be gone back to.
    static final int MOST = 200;

    private final Deque<Configuration<S>> before = new ArrayDeque<>();
    private final Deque<Configuration<S>> after = new ArrayDeque<>();
    private Configuration<S> current;
    private String gesture = "";

    Edits(Configuration<S> first) {
        current = first;
    }

    Configuration<S> current() {
        return current;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /// Goes on to another configuration.
    ///
    /// @param name of the gesture it belongs to; empty for an act of its own
    void go(Configuration<S> next, String name) {
        if (next.equals(current)) {
            return;
        }
        if (name.isEmpty() || !name.equals(gesture)) {
            before.push(current);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        after.clear();
        gesture = name;
        current = next;
    }

    /// The gesture is over: the next change is one of its own.
    void seal() {
        gesture = "";
    }

    void undo() {
        if (canUndo()) {
            after.push(current);
            current = before.pop();
            gesture = "";
        }
    }

    void redo() {
        if (canRedo()) {
            before.push(current);
            current = after.pop();
            gesture = "";
        }
    }
}
