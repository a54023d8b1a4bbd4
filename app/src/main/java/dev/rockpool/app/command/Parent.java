package dev.rockpool.app.command;

import org.jspecify.annotations.Nullable;

/// picocli fills a subcommand's parent after constructing it; this says so to the null checker.
final class Parent {
    private Parent() {}

    static <T> T of(@Nullable T parent) {
        if (parent == null) {
            throw new IllegalStateException("a subcommand runs only below its parent command");
        }
        return parent;
    }
}
