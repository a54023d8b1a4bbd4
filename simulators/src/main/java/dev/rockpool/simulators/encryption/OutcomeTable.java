package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.LabTexts;
import java.util.EnumMap;
import java.util.Map;

/// What every reader ends with in every mode.
public final class OutcomeTable {
    private final Map<Threat, Map<EncryptionMode, Outcome>> outcomes = new EnumMap<>(Threat.class);

    private OutcomeTable() {}

    /// All paths, with a customer managed key in that state.
    static OutcomeTable of(KeyState key, LabTexts texts) {
        OutcomeTable made = new OutcomeTable();
        for (Threat threat : Threat.values()) {
            Map<EncryptionMode, Outcome> met = new EnumMap<>(EncryptionMode.class);
            for (EncryptionMode mode : EncryptionMode.values()) {
                met.put(mode, ObjectReading.of(mode, threat, key, texts).outcome());
            }
            made.outcomes.put(threat, met);
        }
        return made;
    }

    /// What the reader of `threat` ends with in `mode`.
    public Outcome of(EncryptionMode mode, Threat threat) {
        return outcomes.getOrDefault(threat, Map.of()).getOrDefault(mode, Outcome.DENIED);
    }
}
