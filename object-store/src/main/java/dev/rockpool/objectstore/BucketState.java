package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.Versioning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// A bucket with all its configurations, ready to act on. Immutable; a change makes a new one.
///
/// @param rules the lifecycle rules, ready to be asked
record BucketState(
        String name,
        BucketRecord record,
        Optional<LifecycleSettings> lifecycle,
        Optional<Lifecycle> rules,
        List<IntelligentTieringConfiguration> tierings,
        List<InventoryConfiguration> inventories,
        List<AnalyticsConfiguration> analytics,
        Optional<LoggingConfiguration> logging,
        Map<BucketDocument, SortedMap<String, String>> documents) {
    long number() {
        return record.number();
    }

    /// Whether something is reported of it at midnight.
    boolean hasReports() {
        return !inventories.isEmpty() || !analytics.isEmpty();
    }

    boolean showsVersions() {
        return record.versioning() != Versioning.DISABLED;
    }

    Bucket bucket() {
        return new Bucket(
                name,
                record.owner(),
                record.region(),
                record.created(),
                record.versioning(),
                record.objectLock().isPresent());
    }

    Optional<BucketEncryption> configuredEncryption() {
        return record.encryption();
    }

    BucketEncryption encryption() {
        return record.encryption().orElseGet(() -> BucketEncryption.standard(record.blocksCustomerKeys()));
    }

    /// The access tiers of an object in Intelligent-Tiering.
    IntelligentTiering tiers(String key, Map<String, String> tags) {
        for (IntelligentTieringConfiguration configuration : tierings) {
            if (configuration.matches(key, tags)) {
                return configuration.tiers();
            }
        }
        return IntelligentTiering.AUTOMATIC;
    }
}
