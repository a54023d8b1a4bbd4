package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// One thing to remember: a front, a back, and where the fact stands.
///
/// @param id stable id, unique over all decks: that of its section, for a cloze followed by `/c` and the number of the
///     deletion, such as `q12-f3/c1`
/// @param noteId id of its section; siblings (cards of one cloze) share it
/// @param form how it is asked
/// @param prompt the front in Markdown; a cloze has the deletion replaced by `**[…]**` or `**[hint]**`
/// @param answer the back in Markdown; for a cloze the whole text with the deletion in bold
/// @param accepted of a typed card all right answers as plain text, the canonical one first; else empty
/// @param tags its tags without `#`
/// @param fixes ids of the claims whose correction it teaches
/// @param sources where the fact stands
/// @param show `lab/preset` in which the fact can be seen; empty if there is none
/// @param otherFields fields of the section that Rockpool does not know, by name
/// @param contentHash changes when the wording of prompt, answer or accepted answers changes, and only then
public record Card(
        String id,
        String noteId,
        Form form,
        String prompt,
        String answer,
        List<String> accepted,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        String contentHash) {
    /// How a card is asked.
    public enum Form {
        /// The front is read, the back recalled.
        BASIC,
        /// A text with a gap.
        CLOZE,
        /// The answer is typed and compared.
        TYPED
    }

    public Card {
        accepted = List.copyOf(accepted);
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
    }

    /// Whether `typed` is one of the accepted answers; case, accents, spacing and punctuation at its ends do not count.
    public boolean accepts(String typed) {
        return TypedAnswers.accepts(accepted, typed);
    }
}
