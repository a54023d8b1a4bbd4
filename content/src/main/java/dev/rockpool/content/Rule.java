package dev.rockpool.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The rules of the lint, as `docs/deck-format.md` lists them.
///
/// A **fault** is something for which a file cannot be used: content would be lost or shown wrongly. Everything else is
/// advice to an author; the file is used all the same. `deck lint` answers "no" to both.
public enum Rule {
    /// The file cannot be read.
    UNREADABLE(true),
    /// The file is larger than [DeckParser#LARGEST_FILE], or a section than [DeckParser#LARGEST_SECTION].
    TOO_LARGE(true),
    /// The file is not UTF-8.
    ENCODING(true),
    /// There is no front matter, or it is no YAML mapping.
    FRONT_MATTER(true),
    /// A front matter field is missing, or its value is of the wrong kind.
    FRONT_MATTER_FIELD(true),
    /// A section has no `{#id}`.
    ID_MISSING(true),
    /// An id is not in kebab-case.
    ID_FORM(true),
    /// An id stands twice.
    ID_UNIQUE(true),
    /// A class in a heading is not known, or two contradict each other.
    HEADING_CLASS(true),
    /// A heading of the first level stands where none belongs.
    QUESTION_HEADING(true),
    /// A field has a value that cannot be read.
    FIELD_FORM(true),
    /// A field stands twice that may stand once.
    FIELD_TWICE(true),
    /// A cloze deletion is not closed, empty, or wrongly written.
    CLOZE_FORM(true),
    /// The block of a quiz item cannot be read.
    BLOCK_FORM(true),
    /// A card has no front or no back, a documented question no answer.
    EMPTY_ANSWER(true),
    /// A multiple choice without `multi` has not exactly one right option, or one with it has none.
    ONE_RIGHT(true),
    /// A `lab` block does not fit its lab.
    LAB_TASK(false),
    /// A multiple choice has fewer than three or more than five options.
    OPTION_COUNT(false),
    /// An option does not say why it is right or wrong.
    OPTION_WHY(false),
    /// Two options, pairs or items say the same.
    OPTIONS_DISTINCT(false),
    /// A `match` or `order` has fewer than three entries.
    ENTRY_COUNT(false),
    /// A claim that is not correct has no correction.
    CORRECTION_MISSING(false),
    /// A field stands where it has no effect.
    FIELD_PLACE(false),
    /// A claim stands in a file that is about no documented question.
    CLAIM_PLACE(false),
    /// There is no source.
    SOURCE_MISSING(false),
    /// All sources are recalled.
    SOURCE_RECALLED(false),
    /// A date rests on no primary source and is not marked with `about`.
    SINCE_ABOUT(false),
    /// `Fixes:` names no claim, or a correct one.
    FIXES_CLAIM(false),
    /// A front stands twice.
    DUPLICATE_FRONT(false),
    /// The answer stands in its question.
    ANSWER_LEAK(false),
    /// A link leads nowhere.
    LINK_DEAD(false),
    /// A link or picture leaves the deck's folder.
    LINK_OUTSIDE(false),
    /// A picture would be loaded from the network.
    REMOTE_IMAGE(false),
    /// HTML, which is not rendered.
    RAW_HTML(false),
    /// The right option is the longest one too often.
    LONGEST_RIGHT(false);

    private static final Map<String, Rule> BY_NAME = new HashMap<>();

    static {
        for (Rule rule : values()) {
            BY_NAME.put(rule.ruleName(), rule);
        }
    }

    private final boolean fault;

    Rule(boolean fault) {
        this.fault = fault;
    }

    /// The name in a [Finding], such as `option-count`.
    public String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a file with such a finding cannot be used.
    public boolean isFault() {
        return fault;
    }

    /// The rule of that name.
    public static Optional<Rule> named(String ruleName) {
        return Optional.ofNullable(BY_NAME.get(ruleName));
    }

    Finding at(String file, int line, String sentence) {
        return new Finding(file, line, ruleName(), sentence);
    }
}
