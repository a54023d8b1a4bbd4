package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How far a reader has come.
///
/// @param second steps walked
/// @param seconds steps of the whole path
/// @param scenario who reads what
/// @param walked the steps so far of the path that is walked now
/// @param envelope the object as it lies, with its keys
/// @param answers of the policies that are asked on the path, whether or not it has come there
/// @param table what every reader ends with in every mode
/// @param outcome once its last step is walked
/// @param events of the last step
/// @param measures of the last step
/// @param numbers computes figures
/// @param cost computes the bill of a month
public record EncryptionSnapshot(
        long second,
        long seconds,
        EncryptionScenario scenario,
        List<ReadStep> walked,
        ObjectEnvelope envelope,
        List<PolicyAnswer> answers,
        OutcomeTable table,
        Optional<Outcome> outcome,
        List<LabEvent> events,
        List<Measure> measures,
        Supplier<List<Figure>> numbers,
        Supplier<Bill> cost)
        implements Snapshot {
    public EncryptionSnapshot {
        walked = List.copyOf(walked);
        answers = List.copyOf(answers);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    @Override
    public Bill monthlyBill() {
        return cost.get();
    }
}
