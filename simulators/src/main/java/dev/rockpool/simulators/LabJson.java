package dev.rockpool.simulators;

import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as labs read and write it: exact decimals, fields in order, no field twice, bounded depth.
public final class LabJson {
    /// Digits after the point of a fraction that a result states.
    public static final int DECIMALS = 12;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private LabJson() {}

    /// An empty object.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The one value in `text`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException if it is no JSON, has a field twice, nests deeper than 100 or is empty
    public static JsonNode parse(String file, String text) {
        try {
            JsonNode json = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (json == null || json.isMissingNode()) {
                throw new InputException("lab-json", file + ":1: the file is empty, JSON was expected.");
            }
            return json;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InputException("lab-json", file + ":" + line + ": " + cause(e) + ".", e);
        }
    }

    /// `json` on one line, without a line break at its end.
    public static String line(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /// `json` for people, two spaces a level, without a line break at its end; the same on every machine.
    public static String pretty(JsonNode json) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .writeValueAsString(json);
    }

    /// A number of a result: at most [#DECIMALS] digits after the point, no exponent, no trailing zeros.
    public static BigDecimal decimal(double value) {
        return plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// A number of a result that may be tiny or huge: the shortest digits that mean this `double`.
    public static BigDecimal exact(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 && exact.scale() > -DECIMALS ? exact.setScale(0) : exact;
    }

    /// `numerator / denominator` as a number of a result.
    public static BigDecimal ratio(long numerator, long denominator) {
        return plain(BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String cause(JacksonException e) {
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate Object property \"")) {
            String rest = message.substring("Duplicate Object property ".length());
            return "the field " + rest + " occurs twice";
        }
        return "the text is not valid JSON at column "
                + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
    }
}
