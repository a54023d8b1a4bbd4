package dev.rockpool.app.streams;

import java.util.Optional;

/// Numbers as people type them.
final class Numbers {
    private Numbers() {}

    /// A whole number, with or without commas; empty where it is none.
    static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip().replace(",", "")));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
