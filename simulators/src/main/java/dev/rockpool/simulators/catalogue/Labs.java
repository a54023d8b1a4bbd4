package dev.rockpool.simulators.catalogue;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.availability.AvailabilityLab;
import dev.rockpool.simulators.bleu.BleuLab;
import dev.rockpool.simulators.durability.DurabilityLab;
import dev.rockpool.simulators.encryption.EncryptionLab;
import dev.rockpool.simulators.lifecycle.LifecycleLab;
import dev.rockpool.simulators.partitioning.PartitioningLab;
import dev.rockpool.simulators.perplexity.PerplexityLab;
import dev.rockpool.simulators.rowscolumns.RowsColumnsLab;
import dev.rockpool.simulators.shards.ShardsLab;
import dev.rockpool.simulators.storageclasses.StorageClassesLab;
import java.util.List;

/// The labs there are.
public final class Labs {
    private static final List<Lab<?, ?, ?>> ALL = List.of(
            new ShardsLab(),
            new LifecycleLab(),
            new StorageClassesLab(),
            new EncryptionLab(),
            new AccessLab(),
            new DurabilityLab(),
            new AvailabilityLab(),
            new PartitioningLab(),
            new RowsColumnsLab(),
            new BleuLab(),
            new PerplexityLab());

    private Labs() {}

    /// Every lab, in the order of the sidebar.
    public static List<Lab<?, ?, ?>> all() {
        return ALL;
    }

    /// The lab of that id.
    ///
    /// @throws InputException if there is none
    public static Lab<?, ?, ?> require(String id) {
        return ALL.stream()
                .filter(lab -> lab.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "lab-unknown",
                        "There is no lab " + Quote.of(id) + "; "
                                + NearMatches.of(id, ALL.stream().map(Lab::id).toList()) + "."));
    }
}
