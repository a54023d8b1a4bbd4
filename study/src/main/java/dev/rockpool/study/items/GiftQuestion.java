package dev.rockpool.study.items;

import dev.rockpool.study.items.GiftText.Formatted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A question as a GIFT file has it.
///
/// @param line on which it begins
/// @param category its category, as it is written; empty before the first
/// @param id of its comment `[id:…]`
/// @param tags of its comments `[tag:…]`
/// @param notes ours, by name
/// @param title empty if it has none
/// @param feedback for everybody; its text is empty if there is none
record GiftQuestion(
        int line,
        String category,
        String id,
        List<String> tags,
        Map<String, List<String>> notes,
        String title,
        Formatted stem,
        Answers answers,
        Formatted feedback) {

    /// What is answered.
    sealed interface Answers {}

    /// Options of which one or more are chosen.
    record Choices(List<Choice> choices) implements Answers {}

    /// Texts to type.
    record Typed(List<Choice> choices) implements Answers {}

    /// Pairs.
    record Pairs(List<Side> pairs) implements Answers {}

    /// Numbers to type.
    ///
    /// @param wrong feedback on all others; empty if there is none
    record Numbers(List<Quantity> numbers, Optional<Formatted> wrong) implements Answers {}

    /// True or false.
    record Truth(boolean right, Formatted whyWrong, Formatted whyRight) implements Answers {}

    /// What no machine marks, or what asks nothing.
    record Unmarked() implements Answers {}

    /// One option or short answer.
    ///
    /// @param equal whether it stands behind `=`
    /// @param share of the points, in percent, where it is named
    record Choice(boolean equal, Optional<BigDecimal> share, Formatted text, Formatted feedback) {
        private static final BigDecimal FULL = new BigDecimal(100);

        /// Whether it is worth all points.
        boolean isRight() {
            return share.map(named -> named.compareTo(FULL) >= 0).orElse(equal);
        }
    }

    /// One pair.
    record Side(Formatted left, GiftText right) {}

    /// One number.
    ///
    /// @param share of the points, in percent
    record Quantity(BigDecimal answer, BigDecimal tolerance, BigDecimal share, Formatted feedback) {}

    /// The first value of a note of ours.
    Optional<String> note(String name) {
        return Optional.ofNullable(notes.get(name)).map(List::getFirst);
    }
}
