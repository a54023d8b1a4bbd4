package dev.rockpool.app.activity;

import javafx.scene.input.KeyCombination;

/// The keys of activities, as they act and as they are drawn. Where text is typed, they need the shortcut key.
public final class ActivityKeys {
    public static final String OPEN = "O";
    public static final String WRITE = "W";
    public static final String GRADE = "G";
    static final String ENTER = "Enter";
    static final String BACK = "Shortcut+B";
    static final String CLOSE = "Shortcut+E";
    static final String SAVE = "Shortcut+S";
    static final String WORK = "Shortcut+Enter";
    static final String UNDO = "Shortcut+Z";

    private ActivityKeys() {}

    static KeyCombination of(String key) {
        return KeyCombination.valueOf(key);
    }
}
