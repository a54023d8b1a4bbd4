package dev.rockpool.quiz;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;

/// How a question is answered.
public sealed interface Form {
    /// The kinds of form.
    enum Kind {
        MULTIPLE_CHOICE("multiple-choice"),
        NUMERIC("numeric");

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

    /// One of the options is right.
    ///
    /// @param options sorted ascending
    record Choice(List<Option> options) implements Form {
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

    /// A number is typed.
    ///
    /// @param answer the right one, as shown in `unit`
    /// @param unit of the answer
    /// @param tolerance how far from it a number is still right, in the same unit; the bound itself is
    /// @param traps wrong numbers that are known; none within the tolerance of the answer or of one another
    record Numeric(BigDecimal answer, Unit unit, BigDecimal tolerance, List<Trap> traps) implements Form {
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
}
