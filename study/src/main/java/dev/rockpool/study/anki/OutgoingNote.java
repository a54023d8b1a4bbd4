package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import java.util.List;

/// A note of a deck as it goes into a package or a text file.
///
/// @param guid the note's id
/// @param deck the deck's name, levels separated by `::`
/// @param type its note type
/// @param fields their HTML, in the order of the note type
/// @param tags without spaces
/// @param cards its cards in order
record OutgoingNote(
        String guid, String deck, OwnNotetype type, List<String> fields, List<String> tags, List<Card> cards) {
    OutgoingNote {
        fields = List.copyOf(fields);
        tags = List.copyOf(tags);
        cards = List.copyOf(cards);
    }

    /// The place of a card among those of its note type: of a cloze the number of its deletion, less one.
    static int ordinal(Card card) {
        return card.form() == Card.Form.CLOZE
                ? Integer.parseInt(card.id().substring(card.id().lastIndexOf("/c") + 2)) - 1
                : 0;
    }

    /// A field by its name.
    String field(String name) {
        return fields.get(type.notetype().fields().indexOf(name));
    }
}
