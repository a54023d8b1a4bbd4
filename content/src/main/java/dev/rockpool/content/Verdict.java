package dev.rockpool.content;

import java.util.Locale;
import java.util.Optional;

/// What became of a documented claim when it was checked. In a deck it stands as the class of the claim's heading.
public enum Verdict {
    /// True as documented.
    CORRECT,
    /// True in part; a qualifier is missing.
    IMPRECISE,
    /// Was true once.
    OUTDATED,
    /// Was never true.
    WRONG;

    /// The heading class, such as `outdated`.
    public String className() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a claim with this verdict needs a correction and a source.
    public boolean corrected() {
        return this != CORRECT;
    }

    /// The verdict that a heading class names.
    static Optional<Verdict> of(String className) {
        for (Verdict verdict : values()) {
            if (verdict.className().equals(className)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
