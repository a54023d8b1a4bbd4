package dev.rockpool.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A note as it is written in its deck, for whom a card's front and back are not enough: a cloze has one text for all
/// its cards.
///
/// @param id the note's id
/// @param heading its heading, inline Markdown
/// @param body what stands below it without the fields, Markdown; deletions as in [Cloze#portable()]
public record NoteText(String id, String heading, String body) {
    /// Stands for a closing brace within a deletion: a character of Unicode's private use area.
    public static final char BRACE = '\uE000';

    /// Stands for a colon within a deletion.
    public static final char COLON = '\uE001';

    /// The notes of a deck's file, by id; none where the file cannot be read.
    static Map<String, NoteText> of(String file, byte[] content) {
        List<Finding> findings = new ArrayList<>();
        Map<String, NoteText> notes = new HashMap<>();
        DeckParser.text(file, content, findings)
                .flatMap(text -> Outline.read(file, text, findings))
                .ifPresent(outline -> outline.sections().forEach(section -> notes.put(section.id(), of(section))));
        return notes;
    }

    /// The notes of a deck that is still text, by id.
    public static Map<String, NoteText> of(String file, String markdown) {
        return of(file, markdown.getBytes(StandardCharsets.UTF_8));
    }

    private static NoteText of(Section section) {
        Cloze cloze = Cloze.parse(String.join("\n", section.body()), CodeSpans.in(section.body(), section.code()));
        return new NoteText(section.id(), section.heading(), cloze.portable().strip());
    }
}
