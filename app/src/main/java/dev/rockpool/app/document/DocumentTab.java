package dev.rockpool.app.document;

import java.util.Locale;

/// The views of the document.
public enum DocumentTab {
    /// Question by question, with all claims.
    QUESTIONS,
    /// What changed since the document was written.
    CHANGES,
    /// The words of the field.
    GLOSSARY;

    /// The key of its name in the bundles.
    public String textKey() {
        return "document.tab." + name().toLowerCase(Locale.ROOT);
    }
}
