package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.util.stream.Collectors;

/// Writes a diagram as the formula of its availability, with numbers.
final class Formula {
    private static final int LONGEST = 300;

    private Formula() {}

    /// `0.999 × (1 − 0.01 × 0.01)`; without its inside if that would be too long to read.
    static String of(Component system, LabTexts texts) {
        String written = up(system, texts);
        return written.length() <= LONGEST
                ? written
                : texts.get("formula.many", system.parts().size());
    }

    private static String up(Component component, LabTexts texts) {
        return switch (component) {
            case Component.Rated rated -> rated.availability().toPlainString();
            case Component.Repaired(String _, double mtbf, double mttr) ->
                texts.get("formula.repaired", Unit.PLAIN.number(mtbf), Unit.PLAIN.number(mttr));
            case Component.Series series ->
                series.of().stream().map(each -> up(each, texts)).collect(Collectors.joining(" × "));
            case Component.Parallel parallel ->
                "(1 − "
                        + parallel.of().stream()
                                .map(each -> Unit.CHANCE.number(each.unavailability()))
                                .collect(Collectors.joining(" × "))
                        + ")";
            case Component.KOfN some ->
                texts.get(
                        "formula.some",
                        some.k(),
                        some.of().size(),
                        some.of().stream()
                                .map(each -> Unit.FINE_SHARE.format(1 - each.unavailability()))
                                .distinct()
                                .collect(Collectors.joining(", ")));
        };
    }
}
