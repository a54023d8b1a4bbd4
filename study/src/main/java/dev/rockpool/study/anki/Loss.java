package dev.rockpool.study.anki;

import java.util.Locale;

/// What an import could not carry, and why.
public enum Loss {
    /// A note without a question.
    NO_QUESTION,
    /// A note without an answer, or a cloze without a deletion.
    NO_ANSWER,
    /// A note whose text is too long, or cannot be written as a section of a deck.
    NOT_A_SECTION,
    /// A note that hides parts of a picture.
    IMAGE_OCCLUSION,
    /// A note whose note type is not in the package.
    NO_NOTE_TYPE,
    /// A line of a text file with fewer fields than it needs.
    SHORT_LINE,
    /// A card of a note that a deck here holds, where the deck makes no such card.
    UNKNOWN_CARD,
    /// A picture that the package does not hold.
    PICTURE_MISSING,
    /// A picture that would be loaded from the network.
    PICTURE_REMOTE,
    /// A picture that is too large, or of a form that is not shown.
    PICTURE_FORM,
    /// A sound.
    SOUND,
    /// A flag of a colour that Rockpool does not have.
    FLAG,
    /// A card with a schedule and no history that it could follow from: it is new.
    NO_HISTORY,
    /// A review that did not reschedule its card.
    PREVIEW,
    /// A review that is no answer, or lies after today.
    NO_ANSWER_GIVEN,
    /// A review before the card's newest one here: the log only grows.
    OLDER_REVIEW,
    /// A question that no machine marks, or a text that asks nothing.
    UNMARKED,
    /// An answer worth a part of the points, or a second right number.
    PART_OF_THE_POINTS;

    /// The name for machines, in kebab-case.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
