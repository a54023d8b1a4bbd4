package dev.rockpool.app.shell;

import java.net.URI;

/// What is opened outside the app, by the program the desktop has for it.
@FunctionalInterface
public interface Outside {
    /// Opens a web page (`http`, `https`) or a folder (`file`); anything else is refused with a notice.
    void open(URI address);
}
