package dev.rockpool.app.store;

import java.util.List;
import java.util.Optional;

/// Some lines of a list.
///
/// @param next where the following page begins; empty on the last page
record RowPage(List<ObjectRow> rows, Optional<Mark> next) {
    RowPage {
        rows = List.copyOf(rows);
    }

    /// A place between two lines.
    ///
    /// @param key the key, or the common prefix, before it
    /// @param versionId of that key, in a list of versions
    record Mark(String key, Optional<String> versionId) {
        static final Mark START = new Mark("", Optional.empty());
    }
}
