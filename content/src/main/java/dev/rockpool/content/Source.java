package dev.rockpool.content;

import java.util.Locale;
import java.util.Optional;

/// Where a fact stands: one `Source:` field.
///
/// @param location a URL, or the name of a book, standard or paper
/// @param kind whose words it is
/// @param readOn when it was read, `2026`, `2026-10` or `2026-10-05`; empty where unknown
public record Source(String location, Kind kind, String readOn) {
    /// Whose words a source is.
    public enum Kind {
        /// The vendor's, standard's or paper's own words.
        PRIMARY,
        /// Somebody who read the primary source.
        SECONDARY,
        /// Memory; never enough alone.
        RECALLED;

        /// The word in the deck, such as `primary`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /// Whether the location can be opened in a browser.
    public boolean isLink() {
        return location.startsWith("https://") || location.startsWith("http://");
    }
}
