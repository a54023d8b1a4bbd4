package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a run came to.
///
/// @param scenario what was asked
/// @param reading the path, and where it stopped
/// @param calls of a month of the scenario's traffic
/// @param bill of that month
/// @param figures the numbers
public record EncryptionResult(
        EncryptionScenario scenario, ObjectReading reading, EncryptionCalls calls, Bill bill, List<Figure> figures) {
    public EncryptionResult {
        figures = List.copyOf(figures);
    }
}
