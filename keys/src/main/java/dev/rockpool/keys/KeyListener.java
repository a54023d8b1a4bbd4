package dev.rockpool.keys;

/// Hears what happens to keys, on the thread that does it; must not block or throw.
@FunctionalInterface
public interface KeyListener {
    /// Something happened.
    void happened(KeyEvent event);
}
