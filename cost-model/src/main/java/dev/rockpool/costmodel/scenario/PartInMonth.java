package dev.rockpool.costmodel.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A part's values in one month, what grows grown.
///
/// @param growth how many times as much as in the first month
record PartInMonth(Part part, BigDecimal growth) {
    private static final BigDecimal GIGABYTE = new BigDecimal(1L << 30);

    String text(String id) {
        return part.value(id);
    }

    boolean yes(String id) {
        return text(id).equals("yes");
    }

    /// A number; what grows is rounded to whole things, half up.
    BigDecimal number(String id) {
        BigDecimal value = part.number(id);
        boolean grows = part.inputs().stream()
                .anyMatch(input ->
                        input instanceof Input.Quantity number && number.id().equals(id) && number.grows());
        return grows && growth.compareTo(BigDecimal.ONE) != 0
                ? value.multiply(growth).setScale(0, RoundingMode.HALF_UP)
                : value;
    }

    long whole(String id) {
        return number(id).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /// Gigabytes as bytes.
    BigDecimal bytes(String id) {
        return number(id).multiply(GIGABYTE);
    }
}
