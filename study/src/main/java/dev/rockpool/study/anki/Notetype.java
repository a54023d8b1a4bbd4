package dev.rockpool.study.anki;

import java.util.List;

/// What makes cards of a note's fields.
///
/// @param cloze whether cards are made of deletions instead of templates
/// @param fields names in order
/// @param templates in order; of a cloze the first alone
record Notetype(String name, boolean cloze, List<String> fields, List<Template> templates) {
    Notetype {
        fields = List.copyOf(fields);
        templates = List.copyOf(templates);
    }

    /// What makes one card.
    ///
    /// @param question the front, HTML with `{{Field}}`
    /// @param answer the back
    record Template(String name, String question, String answer) {}
}
