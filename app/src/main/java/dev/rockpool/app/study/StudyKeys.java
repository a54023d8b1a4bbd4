package dev.rockpool.app.study;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the study screen, as they act and as they are shown.
final class StudyKeys {
    static final KeyCombination SPACE = KeyCombination.valueOf("Space");
    static final KeyCombination ENTER = KeyCombination.valueOf("Enter");
    static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    static final KeyCombination FLAG = KeyCombination.valueOf("F");
    static final KeyCombination BURY = KeyCombination.valueOf("Minus");
    static final KeyCombination EDIT = KeyCombination.valueOf("E");
    static final KeyCombination PAUSE = KeyCombination.valueOf("P");
    static final KeyCombination SHOW = KeyCombination.valueOf("L");
    static final KeyCombination ASK = KeyCombination.valueOf("A");
    static final KeyCombination DOCUMENT = KeyCombination.valueOf("D");
    static final KeyCombination FINISH = KeyCombination.valueOf("Q");

    /// `@`, wherever a keyboard has it.
    static final KeyCombination SUSPEND = new TypedCharacter("@");

    private StudyKeys() {}

    /// A character as it is typed, whatever keys make it.
    private static final class TypedCharacter extends KeyCombination {
        private final String character;

        TypedCharacter(String character) {
            super(SHIFT_ANY, CONTROL_ANY, ALT_ANY);
            this.character = character;
        }

        @Override
        public boolean match(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED && character.equals(event.getCharacter());
        }

        @Override
        public String getName() {
            return character;
        }

        @Override
        public String getDisplayText() {
            return character;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TypedCharacter that && that.character.equals(character);
        }

        @Override
        public int hashCode() {
            return character.hashCode();
        }
    }
}
