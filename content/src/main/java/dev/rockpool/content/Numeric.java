package dev.rockpool.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A question whose answer is a number.
///
/// @param answer the right number, in `unit`
/// @param tolerance how far from it an answer is still right
/// @param unit the unit of answer and absolute tolerance; empty for a bare number
/// @param formula how the answer is worked out; empty if it is not said
public record Numeric(
        String id,
        String stem,
        String explanation,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        BigDecimal answer,
        Tolerance tolerance,
        String unit,
        String formula)
        implements WrittenItem {
    public Numeric {
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
    }

    /// Whether `given`, in [#unit], is right.
    public boolean accepts(BigDecimal given) {
        return tolerance.allows(answer, given);
    }
}
