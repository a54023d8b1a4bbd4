package dev.rockpool.costmodel.scenario;

import java.math.BigDecimal;
import java.util.List;

/// Short words for the inputs of [PartKind].
final class Inputs {
    static final List<String> NO_YES = List.of("no", "yes");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private Inputs() {}

    /// From nothing over decades, and more with each month of growth.
    static Input growing(String id, Measure measure, String high, String standard) {
        return new Input.Quantity(
                id, measure, BigDecimal.ZERO, new BigDecimal(high), BigDecimal.ONE, true, true, standard);
    }

    /// From nothing over decades.
    static Input fixed(String id, Measure measure, String high, String standard) {
        return new Input.Quantity(
                id, measure, BigDecimal.ZERO, new BigDecimal(high), BigDecimal.ONE, true, false, standard);
    }

    /// Between bounds.
    static Input linear(String id, Measure measure, String low, String high, boolean wide, String standard) {
        BigDecimal step = measure == Measure.PLAIN ? QUARTER : BigDecimal.ONE;
        return new Input.Quantity(id, measure, new BigDecimal(low), new BigDecimal(high), step, wide, false, standard);
    }

    static Input choice(String id, List<String> options, String standard) {
        return new Input.Choice(id, options, standard);
    }

    static Input bookName(String id, String standard) {
        return new Input.Name(id, standard);
    }
}
