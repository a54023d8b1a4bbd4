package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;

/// Objects that are alike, how they are read, and how long they are kept.
///
/// @param objects 1 to 10^12
/// @param averageBytes of each, 1 to 48.8 TiB
/// @param readsPerObjectMonth whole reads of an object in 730 hours, on average, 0 to 100,000
/// @param monthsKept of 730 hours, 0.01 to 1,200; then all are deleted
/// @param region where the bucket is
/// @param restoreTier how archived objects are asked back; a class without it takes its standard one
/// @param instantReads whether a read may not wait for a restore
/// @param oneZone whether copies in one availability zone suffice
public record StorageClassesScenario(
        long objects,
        long averageBytes,
        double readsPerObjectMonth,
        double monthsKept,
        String region,
        RestoreTier restoreTier,
        boolean instantReads,
        boolean oneZone) {
    public StorageClassesScenario withObjects(long other) {
        return new StorageClassesScenario(
                other, averageBytes, readsPerObjectMonth, monthsKept, region, restoreTier, instantReads, oneZone);
    }

    public StorageClassesScenario withAverageBytes(long other) {
        return new StorageClassesScenario(
                objects, other, readsPerObjectMonth, monthsKept, region, restoreTier, instantReads, oneZone);
    }

    public StorageClassesScenario withReads(double other) {
        return new StorageClassesScenario(
                objects, averageBytes, other, monthsKept, region, restoreTier, instantReads, oneZone);
    }

    public StorageClassesScenario withMonths(double other) {
        return new StorageClassesScenario(
                objects, averageBytes, readsPerObjectMonth, other, region, restoreTier, instantReads, oneZone);
    }

    public StorageClassesScenario withRegion(String other) {
        return new StorageClassesScenario(
                objects, averageBytes, readsPerObjectMonth, monthsKept, other, restoreTier, instantReads, oneZone);
    }

    public StorageClassesScenario withRestoreTier(RestoreTier other) {
        return new StorageClassesScenario(
                objects, averageBytes, readsPerObjectMonth, monthsKept, region, other, instantReads, oneZone);
    }

    public StorageClassesScenario withInstantReads(boolean other) {
        return new StorageClassesScenario(
                objects, averageBytes, readsPerObjectMonth, monthsKept, region, restoreTier, other, oneZone);
    }

    public StorageClassesScenario withOneZone(boolean other) {
        return new StorageClassesScenario(
                objects, averageBytes, readsPerObjectMonth, monthsKept, region, restoreTier, instantReads, other);
    }

    /// The tier by which objects are asked back from `archive`.
    RestoreTier tierFor(StorageClass archive) {
        return archive.restores().stream().anyMatch(restore -> restore.tier() == restoreTier)
                ? restoreTier
                : RestoreTier.STANDARD;
    }

    /// Whether the scenario lets data live in `storageClass`.
    boolean allows(StorageClass storageClass) {
        return (!instantReads || !storageClass.isArchive()) && (oneZone || storageClass.zones() > 1);
    }
}
