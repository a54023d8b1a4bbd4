package dev.rockpool.app.kit;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that are held down, to tell a press that is meant from its repeats.
public final class HeldKeys {
    private final Set<KeyCode> held = new HashSet<>();

    /// Counts the keys released in `node`; the presses are told by [#press].
    public HeldKeys(Node node) {
        node.addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
    }

    /// Counts a press, and answers whether it is new.
    public boolean press(KeyEvent event) {
        return held.add(event.getCode());
    }

    /// No key is held: releases elsewhere were not seen.
    public void forget() {
        held.clear();
    }
}
