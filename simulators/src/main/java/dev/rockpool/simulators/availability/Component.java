package dev.rockpool.simulators.availability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A block of a reliability block diagram. Blocks fail apart from one another.
public sealed interface Component {
    /// The chance that it is down, 0 to 1.
    double unavailability();

    /// The parts in it, in the order of the diagram.
    List<Part> parts();

    /// Whether it is up when the parts are that `isUp` names.
    ///
    /// @param isUp by the place of a part in [#parts]
    boolean isUp(Predicate<Integer> isUp);

    /// The same diagram with other parts, taken in the order of [#parts].
    ///
    /// @param others as many as there are parts
    Component withParts(List<Part> others);

    /// Something that is up or down as a whole.
    sealed interface Part extends Component {
        /// For people; empty for none.
        String name();

        @Override
        default List<Part> parts() {
            return List.of(this);
        }

        @Override
        default boolean isUp(Predicate<Integer> isUp) {
            return isUp.test(0);
        }

        @Override
        default Component withParts(List<Part> others) {
            return others.getFirst();
        }

        /// Mean hours until it is up again.
        ///
        /// @param assumed where the part does not say
        double repairHours(double assumed);
    }

    /// A part of which the availability is known.
    ///
    /// @param availability 0 to 1, exact
    record Rated(String name, BigDecimal availability) implements Part {
        @Override
        public double unavailability() {
            return BigDecimal.ONE.subtract(availability).doubleValue();
        }

        @Override
        public double repairHours(double assumed) {
            return assumed;
        }
    }

    /// A part that fails and is repaired.
    ///
    /// @param mtbfHours mean hours up until it fails
    /// @param mttrHours mean hours down
    record Repaired(String name, double mtbfHours, double mttrHours) implements Part {
        @Override
        public double unavailability() {
            return mttrHours / (mtbfHours + mttrHours);
        }

        @Override
        public double repairHours(double assumed) {
            return mttrHours;
        }
    }

    /// All are needed.
    ///
    /// @param of one or more
    record Series(List<Component> of) implements Component {
        public Series {
            of = List.copyOf(of);
        }

        @Override
        public double unavailability() {
            double logarithm = 0;
            for (Component each : of) {
                logarithm += StrictMath.log1p(-each.unavailability());
            }
            return -StrictMath.expm1(logarithm);
        }

        @Override
        public List<Part> parts() {
            return all(of);
        }

        @Override
        public boolean isUp(Predicate<Integer> isUp) {
            return up(of, isUp) == of.size();
        }

        @Override
        public Component withParts(List<Part> others) {
            return new Series(replaced(of, others));
        }
    }

    /// One suffices.
    ///
    /// @param of one or more
    record Parallel(List<Component> of) implements Component {
        public Parallel {
            of = List.copyOf(of);
        }

        @Override
        public double unavailability() {
            double down = 1;
            for (Component each : of) {
                down *= each.unavailability();
            }
            return down;
        }

        @Override
        public List<Part> parts() {
            return all(of);
        }

        @Override
        public boolean isUp(Predicate<Integer> isUp) {
            return up(of, isUp) > 0;
        }

        @Override
        public Component withParts(List<Part> others) {
            return new Parallel(replaced(of, others));
        }
    }

    /// At least `k` of them are needed.
    ///
    /// @param k 1 to as many as there are
    /// @param of one or more
    record KOfN(int k, List<Component> of) implements Component {
        public KOfN {
            of = List.copyOf(of);
        }

        /// Sums the chances of too many being down; all terms are positive.
        @Override
        public double unavailability() {
            double[] down = new double[of.size() + 1];
            down[0] = 1;
            for (Component each : of) {
                double out = each.unavailability();
                for (int number = of.size(); number > 0; number--) {
                    down[number] = down[number] * (1 - out) + down[number - 1] * out;
                }
                down[0] *= 1 - out;
            }
            double sum = 0;
            for (int number = of.size(); number > of.size() - k; number--) {
                sum += down[number];
            }
            return Math.min(1, sum);
        }

        @Override
        public List<Part> parts() {
            return all(of);
        }

        @Override
        public boolean isUp(Predicate<Integer> isUp) {
            return up(of, isUp) >= k;
        }

        @Override
        public Component withParts(List<Part> others) {
            return new KOfN(k, replaced(of, others));
        }
    }

    private static List<Part> all(List<Component> of) {
        return of.stream().flatMap(each -> each.parts().stream()).toList();
    }

    private static int up(List<Component> of, Predicate<Integer> isUp) {
        int from = 0;
        int up = 0;
        for (Component each : of) {
            int first = from;
            up += each.isUp(part -> isUp.test(first + part)) ? 1 : 0;
            from += each.parts().size();
        }
        return up;
    }

    private static List<Component> replaced(List<Component> of, List<Part> others) {
        List<Component> replaced = new ArrayList<>();
        int from = 0;
        for (Component each : of) {
            int size = each.parts().size();
            replaced.add(each.withParts(others.subList(from, from + size)));
            from += size;
        }
        return replaced;
    }

    /// The blocks directly in it; none in a part.
    default List<Component> blocks() {
        return switch (this) {
            case Part _ -> List.of();
            case Series series -> series.of();
            case Parallel parallel -> parallel.of();
            case KOfN some -> some.of();
        };
    }

    /// It and every block within.
    default Stream<Component> deep() {
        return Stream.concat(Stream.of(this), blocks().stream().flatMap(Component::deep));
    }
}
