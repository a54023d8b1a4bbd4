package dev.rockpool.app.kit;

import java.util.ArrayDeque;
import java.util.Deque;

/// The states that were, and those that were taken back. Changes of one gesture, such as a slider being dragged, count
/// as one.
public final class Edits<T> {
    /// The most states that can be gone back to.
    public static final int MOST = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private T current;
    private String gesture = "";

    public Edits(T first) {
        current = first;
    }

    public T current() {
        return current;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /// Goes on to another state.
    ///
    /// @param name of the gesture it belongs to; empty for an act of its own
    public void go(T next, String name) {
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
    public void seal() {
        gesture = "";
    }

    public void undo() {
        if (canUndo()) {
            after.push(current);
            current = before.pop();
            gesture = "";
        }
    }

    public void redo() {
        if (canRedo()) {
            before.push(current);
            current = after.pop();
            gesture = "";
        }
    }
}
