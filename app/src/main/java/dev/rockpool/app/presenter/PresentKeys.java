package dev.rockpool.app.presenter;

/// The keys of a lesson, as they are drawn on its buttons and as its commands take them.
final class PresentKeys {
    static final String NEXT = "Page Down";
    static final String PREVIOUS = "Page Up";
    static final String PLAY = "Space";
    static final String STEP = "Right";
    static final String BACK = "Left";
    static final String END = "End";
    static final String RESET = "R";
    static final String ANSWER = "A";
    static final String COUNT = "C";
    static final String PEN = "P";
    static final String LASER = "L";
    static final String WIPE = "W";
    static final String FREEZE = "F";
    static final String WINDOW = "F5";
    static final String FULL = "F11";
    static final String TIMER = "T";
    static final String RESTART = "Shift+T";
    static final String NUMBERS = "N";
    static final String LEAVE = "Q";
    static final String CLASSES = "E";
    static final String SAVE = "S";
    static final String FORGET = "Delete";

    private PresentKeys() {}
}
