package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The spans of size within which neither a rule nor a price distinguishes: cut at 128 KB and at the sizes that filters
/// name.
///
/// @param starts the first size of each band, ascending from 0
public record SizeBands(List<Long> starts) {
    public SizeBands {
        starts = List.copyOf(starts);
        if (starts.isEmpty() || starts.getFirst() != 0 || !starts.contains(ObjectBatch.FLOOR_BYTES)) {
            throw new IllegalArgumentException("Bands start at 0 and at 128 KB, not at " + starts + ".");
        }
    }

    /// The bands of all `configurations`.
    public static SizeBands of(Collection<LifecycleConfiguration> configurations) {
        TreeSet<Long> starts = new TreeSet<>(List.of(0L, ObjectBatch.FLOOR_BYTES));
        for (LifecycleConfiguration configuration : configurations) {
            for (LifecycleRule rule : configuration.rules()) {
                LifecycleFilter filter = rule.filter();
                filter.largerThan().ifPresent(bytes -> addStart(starts, bytes, 1));
                filter.smallerThan().ifPresent(bytes -> addStart(starts, bytes, 0));
            }
        }
        return new SizeBands(List.copyOf(starts));
    }

    public int count() {
        return starts.size();
    }

    /// The smallest size of band `band`.
    public long start(int band) {
        return starts.get(band);
    }

    /// The size that no object of band `band` reaches.
    public long end(int band) {
        return band + 1 < starts.size() ? starts.get(band + 1) : Long.MAX_VALUE;
    }

    /// The band of `bytes`.
    public int bandOf(long bytes) {
        int band = starts.size() - 1;
        while (starts.get(band) > bytes) {
            band--;
        }
        return band;
    }

    private static void addStart(TreeSet<Long> starts, long bytes, int more) {
        if (bytes >= 0 && bytes < SizeDistribution.LARGEST) {
            starts.add(bytes + more);
        }
    }
}
