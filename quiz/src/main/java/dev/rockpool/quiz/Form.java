package dev.rockpool.quiz;

import dev.rockpool.content.LabSetup;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/// How a question is answered.
public sealed interface Form {
    /// The kinds of form.
    enum Kind {
        MULTIPLE_CHOICE("multiple-choice"),
        MULTIPLE_RESPONSE("multiple-response"),
        NUMERIC("numeric"),
        TYPED("typed"),
        MATCHING("matching"),
        ORDERING("ordering"),
        IN_LAB("scenario");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As the command line writes it.
        public String word() {
            return word;
        }
    }

    /// Its kind.
    Kind kind();

    /// Options to choose among.
    sealed interface Options extends Form {
        /// In the order in which they are shown; numbers ascending.
        List<Option> options();
    }

    /// One of the options is right.
    record Choice(List<Option> options) implements Options {
        public Choice {
            options = List.copyOf(options);
            long correct = options.stream().filter(Option::correct).count();
            if (correct != 1) {
                throw new IllegalArgumentException(
                        "Of the options " + options + " not one but " + correct + " are right.");
            }
        }

        /// The place of the right option, from 0.
        public int rankOfKey() {
            int rank = 0;
            while (!options.get(rank).correct()) {
                rank++;
            }
            return rank;
        }

        @Override
        public Kind kind() {
            return Kind.MULTIPLE_CHOICE;
        }
    }

    /// One or more of the options are right, and all of them are to be chosen.
    record MultipleResponse(List<Option> options) implements Options {
        public MultipleResponse {
            options = List.copyOf(options);
            if (options.stream().noneMatch(Option::correct)) {
                throw new IllegalArgumentException("Of the options " + options + " none is right.");
            }
        }

        /// How many are right, which the question tells.
        public int rightOnes() {
            return (int) options.stream().filter(Option::correct).count();
        }

        @Override
        public Kind kind() {
            return Kind.MULTIPLE_RESPONSE;
        }
    }

    /// A number is typed.
    ///
    /// @param answer the right one, as shown in `unit`
    /// @param unit of the answer
    /// @param tolerance how far from it a number is still right, in the same unit; the bound itself is
    /// @param traps wrong numbers that are known; none within the tolerance of the answer or of one another
    record Numeric(BigDecimal answer, Measure unit, BigDecimal tolerance, List<Trap> traps) implements Form {
        public Numeric {
            traps = List.copyOf(traps);
        }

        /// Whether `given` is near enough to `number` to mean it.
        public boolean means(BigDecimal given, BigDecimal number) {
            return given.subtract(number).abs().compareTo(tolerance) <= 0;
        }

        @Override
        public Kind kind() {
            return Kind.NUMERIC;
        }
    }

    /// Words are typed.
    ///
    /// @param accepted every right answer as plain text, the usual one first
    record Typed(List<String> accepted) implements Form {
        public Typed {
            accepted = List.copyOf(accepted);
            if (accepted.isEmpty()) {
                throw new IllegalArgumentException("No answer is accepted.");
            }
        }

        @Override
        public Kind kind() {
            return Kind.TYPED;
        }
    }

    /// Each thing on the left gets one on the right; one on the right may serve several.
    ///
    /// @param left what is given, inline Markdown
    /// @param right what there is to choose, inline Markdown, no two alike
    /// @param key for each on the left the place of its partner in `right`
    record Matching(List<String> left, List<String> right, List<Integer> key) implements Form {
        public Matching {
            left = List.copyOf(left);
            right = List.copyOf(right);
            key = List.copyOf(key);
            if (key.size() != left.size() || new HashSet<>(right).size() != right.size()) {
                throw new IllegalArgumentException("Not a pairing: " + left + " with " + right + " by " + key);
            }
        }

        @Override
        public Kind kind() {
            return Kind.MATCHING;
        }
    }

    /// The controls of a lab are set until its model reaches the goals.
    ///
    /// @param setup a task that fits its lab
    record InLab(LabSetup setup) implements Form {
        @Override
        public Kind kind() {
            return Kind.IN_LAB;
        }
    }

    /// Things are put in order.
    ///
    /// @param items as they are shown at first, inline Markdown
    /// @param key the places of the items in the right order
    record Ordering(List<String> items, List<Integer> key) implements Form {
        public Ordering {
            items = List.copyOf(items);
            key = List.copyOf(key);
            if (new HashSet<>(key).size() != items.size()) {
                throw new IllegalArgumentException("No order of " + items + ": " + key);
            }
        }

        @Override
        public Kind kind() {
            return Kind.ORDERING;
        }
    }
}
