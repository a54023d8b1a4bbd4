package dev.rockpool.app.desktop;

import dev.rockpool.app.access.AccessStage;
import dev.rockpool.app.access.AccessTrial;
import dev.rockpool.app.availability.AvailabilityStage;
import dev.rockpool.app.bleu.BleuStage;
import dev.rockpool.app.branches.BranchesScreen;
import dev.rockpool.app.durability.DurabilityStage;
import dev.rockpool.app.encryption.EncryptionStage;
import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lifecycle.LifecycleStage;
import dev.rockpool.app.partitioning.PartitioningStage;
import dev.rockpool.app.perplexity.PerplexityStage;
import dev.rockpool.app.rowscolumns.RowsColumnsStage;
import dev.rockpool.app.shards.ShardsStage;
import dev.rockpool.app.storageclasses.StorageClassesStage;
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
import java.util.Optional;

/// The labs with their stages, in the order of the list.
final class LabList {
    private static final List<LabEntry<?, ?, ?>> ENTRIES = List.of(
            new LabEntry<>(new ShardsLab(), ShardsStage::new),
            new LabEntry<>(
                    new LifecycleLab(),
                    LifecycleStage::new,
                    Optional.of(new LabEntry.Elsewhere<>(
                            "branches.try", scenario -> BranchesScreen.trying(scenario.rules())))),
            new LabEntry<>(new StorageClassesLab(), StorageClassesStage::new),
            new LabEntry<>(new EncryptionLab(), EncryptionStage::new),
            new LabEntry<>(
                    new AccessLab(),
                    AccessStage::new,
                    Optional.of(new LabEntry.OnPlatform<>("access.try", new AccessTrial()))),
            new LabEntry<>(new DurabilityLab(), DurabilityStage::new),
            new LabEntry<>(new AvailabilityLab(), AvailabilityStage::new),
            new LabEntry<>(new PartitioningLab(), PartitioningStage::new),
            new LabEntry<>(new RowsColumnsLab(), RowsColumnsStage::new),
            new LabEntry<>(new BleuLab(), BleuStage::new),
            new LabEntry<>(new PerplexityLab(), PerplexityStage::new));

    private LabList() {}

    /// Every lab. The first is where a new user starts.
    static List<LabEntry<?, ?, ?>> entries() {
        return ENTRIES;
    }
}
