package dev.rockpool.content;

import java.util.Optional;

/// Something that the answer to a lab task must reach.
///
/// @param kind what is looked at
/// @param name the figure or the control; empty for the bill
/// @param relation how it must stand to `value`
/// @param value a number in the unit that is shown, or the word of a choice
/// @param why why it is asked for, inline Markdown; empty if nothing is said
public record LabGoal(Kind kind, String name, Relation relation, String value, String why) {
    /// What a goal looks at.
    public enum Kind {
        /// A number of the lab, at the end of the run.
        FIGURE,
        /// What the run costs a month, in US dollars.
        BILL,
        /// A control.
        SETTING
    }

    /// How two numbers stand to one another.
    public enum Relation {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /// As authors write it.
        public String sign() {
            return sign;
        }

        /// The relation that is written `sign`.
        public static Optional<Relation> of(String sign) {
            for (Relation relation : values()) {
                if (relation.sign.equals(sign)) {
                    return Optional.of(relation);
                }
            }
            return Optional.empty();
        }

        /// Whether it holds where a comparison of the two numbers gave `comparison`.
        public boolean holds(int comparison) {
            return switch (this) {
                case BELOW -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case ABOVE -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
                case EQUAL -> comparison == 0;
            };
        }
    }
}
