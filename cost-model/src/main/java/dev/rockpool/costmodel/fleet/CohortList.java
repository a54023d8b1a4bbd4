package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// The cohorts of a source, drawn or read once and merged by kind and day, to be run under many configurations.
public final class CohortList implements CohortSource, CohortSource.Sink {
    private final IdentityHashMap<ObjectKind, Map<Long, ObjectBatch>> batches = new IdentityHashMap<>();
    private final boolean isVersioned;

    private CohortList(boolean isVersioned) {
        this.isVersioned = isVersioned;
    }

    /// The cohorts of `source`, good for configurations whose sizes `bands` cuts at and for this calendar only.
    public static CohortList of(CohortSource source, BillingCalendar calendar, SizeBands bands) {
        CohortList list = new CohortList(source.isVersioned());
        source.cohorts(calendar, bands, list);
        return list;
    }

    @Override
    public void accept(ObjectKind kind, long createdDay, ObjectBatch batch) {
        batches.computeIfAbsent(kind, _ -> new HashMap<>()).merge(createdDay, batch, ObjectBatch::plus);
    }

    @Override
    public void cohorts(BillingCalendar calendar, SizeBands bands, Sink sink) {
        batches.forEach((kind, days) -> days.forEach((day, batch) -> sink.accept(kind, day, batch)));
    }

    @Override
    public boolean isVersioned() {
        return isVersioned;
    }

    /// The same cohorts with `factor` times the reads.
    CohortList timesReads(double factor) {
        CohortList list = new CohortList(isVersioned);
        batches.forEach(
                (kind, days) -> list.batches.put(kind.reading(kind.reads().times(factor)), days));
        return list;
    }

    /// Whether any of them is ever read.
    boolean isRead() {
        return batches.keySet().stream().anyMatch(kind -> !kind.reads().isNever());
    }

    /// All objects together.
    public ObjectBatch all() {
        ObjectBatch all = ObjectBatch.NONE;
        for (Map<Long, ObjectBatch> days : batches.values()) {
            for (ObjectBatch batch : days.values()) {
                all = all.plus(batch);
            }
        }
        return all;
    }

    /// How many cohorts there are.
    public int size() {
        return batches.values().stream().mapToInt(Map::size).sum();
    }
}
