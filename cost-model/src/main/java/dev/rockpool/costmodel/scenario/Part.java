package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A service of a scenario, with a value for each of its inputs.
///
/// @param kind which service
/// @param values by the inputs' ids, one for each input and in their order: decimals, ids of options, names
public record Part(PartKind kind, Map<String, String> values) {
    static final String CODE = "cost-scenario";

    /// A part with `values`; inputs that are left out take their standard.
    ///
    /// @throws InputException if a value is none of its input, or of no input at all
    public Part {
        SequencedMap<String, String> complete = new LinkedHashMap<>();
        for (Input input : kind.inputs()) {
            String value = values.getOrDefault(input.id(), input.standard());
            check(kind, input, value);
            complete.put(input.id(), value);
        }
        for (String id : values.keySet()) {
            if (!complete.containsKey(id)) {
                throw new InputException(
                        CODE,
                        kind.id() + " has no input " + Quote.of(id) + "; " + NearMatches.of(id, complete.keySet())
                                + ".");
            }
        }
        values = java.util.Collections.unmodifiableMap(complete);
    }

    /// A part as it is when it is added.
    public static Part standard(PartKind kind) {
        return new Part(kind, Map.of());
    }

    /// This part with another value of one input.
    public Part with(String id, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(id, value);
        return new Part(kind, changed);
    }

    /// The value of an input, as text.
    public String value(String id) {
        String value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException(kind + " has no input " + id);
        }
        return value;
    }

    /// The value of a number.
    public BigDecimal number(String id) {
        return new BigDecimal(value(id));
    }

    private static void check(PartKind kind, Input input, String value) {
        switch (input) {
            case Input.Quantity number -> {
                BigDecimal read =
                        Decimals.parse(value).orElseThrow(() -> fault(kind, input, value, "is no decimal number"));
                if (read.compareTo(number.low()) < 0 || read.compareTo(number.high()) > 0) {
                    throw fault(
                            kind,
                            input,
                            value,
                            "is not from " + Decimals.plain(number.low()) + " to " + Decimals.plain(number.high()));
                }
            }
            case Input.Choice choice -> {
                if (!choice.options().contains(value)) {
                    throw fault(kind, input, value, "is none of " + String.join(", ", choice.options()));
                }
            }
            case Input.Name _ -> {
                if (value.isBlank()) {
                    throw fault(kind, input, value, "is empty");
                }
            }
        }
    }

    private static InputException fault(PartKind kind, Input input, String value, String what) {
        return new InputException(CODE, kind.id() + "." + input.id() + ": " + Quote.of(value) + " " + what + ".");
    }

    /// The inputs of the part's kind.
    public List<Input> inputs() {
        return kind.inputs();
    }
}
