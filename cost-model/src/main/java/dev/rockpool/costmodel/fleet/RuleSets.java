package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Lifecycle configurations that are worth a try.
public final class RuleSets {
    private static final int[] DAYS = {0, 30, 60, 90, 180, 365};
    private static final long[] LARGER_THAN = {0, 512L << 10, 4L << 20};

    private RuleSets() {}

    /// Every object of 128 KB and more into Intelligent-Tiering as soon as it can.
    public static LifecycleConfiguration intelligentTiering() {
        return single(StorageClass.INTELLIGENT_TIERING, 0, 0);
    }

    /// One class, a number of days, a least size; then pairs: infrequent access first and an archive later.
    ///
    /// One Zone-IA is left out: it is cheaper because it keeps less.
    ///
    /// @param withArchives whether objects may go where a read waits for hours
    public static List<LifecycleConfiguration> candidates(boolean withArchives) {
        List<LifecycleConfiguration> candidates = new ArrayList<>();
        candidates.add(LifecycleConfiguration.NONE);
        for (long larger : LARGER_THAN) {
            candidates.add(single(StorageClass.INTELLIGENT_TIERING, 0, larger));
            for (int days : DAYS) {
                if (days >= StorageClass.INFREQUENT_ACCESS_AGE_DAYS) {
                    candidates.add(single(StorageClass.STANDARD_IA, days, larger));
                }
                candidates.add(single(StorageClass.GLACIER_IR, days, larger));
                if (withArchives) {
                    candidates.add(single(StorageClass.GLACIER, days, larger));
                    candidates.add(single(StorageClass.DEEP_ARCHIVE, days, larger));
                }
            }
            candidates.add(pair(StorageClass.STANDARD_IA, 30, StorageClass.GLACIER_IR, 90, larger));
            if (withArchives) {
                candidates.add(pair(StorageClass.STANDARD_IA, 30, StorageClass.DEEP_ARCHIVE, 180, larger));
                candidates.add(pair(StorageClass.GLACIER_IR, 30, StorageClass.DEEP_ARCHIVE, 180, larger));
            }
        }
        return candidates;
    }

    private static LifecycleConfiguration single(StorageClass to, int days, long larger) {
        return new LifecycleConfiguration(List.of(rule(larger).moving(days, to)));
    }

    private static LifecycleConfiguration pair(
            StorageClass first, int firstDays, StorageClass second, int secondDays, long larger) {
        return new LifecycleConfiguration(
                List.of(rule(larger).moving(firstDays, first).moving(secondDays, second)));
    }

    private static LifecycleRule rule(long larger) {
        LifecycleFilter all = LifecycleFilter.ALL;
        LifecycleFilter filter = larger == 0
                ? all
                : new LifecycleFilter(
                        all.ofRule(), all.prefix(), all.tags(), OptionalLong.of(larger), all.smallerThan());
        return LifecycleRule.of("cheapest", filter);
    }
}
