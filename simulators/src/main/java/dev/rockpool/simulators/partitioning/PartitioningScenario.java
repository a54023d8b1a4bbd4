package dev.rockpool.simulators.partitioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table of events in files, and a query of it.
///
/// @param keyParts the levels of the key, from the first on; none for one file
/// @param users each has equally many events a day
/// @param days the table goes over, from 1 January 2025 on
/// @param eventsPerUserDay of each user, each day
/// @param eventBytes of an event
/// @param filesPerPartition that its events lie in, equally many each; never more than there are events
/// @param asked what the query filters on
/// @param queryDays the last days that it asks for, where it filters on days
/// @param catalog whether the reader knows the partitions; otherwise it lists keys
/// @param queriesPerDay for the bill of a month of 30 days
/// @param region whose prices hold
public record PartitioningScenario(
        List<KeyPart> keyParts,
        int users,
        int days,
        long eventsPerUserDay,
        long eventBytes,
        int filesPerPartition,
        Asked asked,
        int queryDays,
        boolean catalog,
        int queriesPerDay,
        String region) {
    /// What a stream leaves that is written every five minutes: 288 files a day.
    static final int FLOOD = 288;

    public PartitioningScenario {
        keyParts = List.copyOf(keyParts);
        if (keyParts.stream().distinct().count() != keyParts.size()) {
            throw new IllegalArgumentException("keyParts " + keyParts + " has a part twice");
        }
    }

    /// Every partition is one file.
    public PartitioningScenario(
            List<KeyPart> keyParts,
            int users,
            int days,
            long eventsPerUserDay,
            long eventBytes,
            Asked asked,
            int queryDays,
            boolean catalog,
            int queriesPerDay,
            String region) {
        this(keyParts, users, days, eventsPerUserDay, eventBytes, 1, asked, queryDays, catalog, queriesPerDay, region);
    }

    /// What one user leaves in a day.
    long userDayBytes() {
        return Math.multiplyExact(eventsPerUserDay, eventBytes);
    }

    public PartitioningScenario withKeyParts(List<KeyPart> other) {
        return new PartitioningScenario(
                other,
                users,
                days,
                eventsPerUserDay,
                eventBytes,
                filesPerPartition,
                asked,
                queryDays,
                catalog,
                queriesPerDay,
                region);
    }

    /// With so many levels; new ones are the first that are not there yet.
    PartitioningScenario withDepth(int depth) {
        List<KeyPart> parts = new ArrayList<>(keyParts);
        Arrays.stream(KeyPart.values()).filter(each -> !parts.contains(each)).forEach(parts::add);
        return withKeyParts(parts.subList(0, depth));
    }

    /// With `part` at level `at`; where it was comes what it displaces.
    PartitioningScenario withPart(int at, KeyPart part) {
        List<KeyPart> parts = new ArrayList<>(keyParts);
        int was = parts.indexOf(part);
        if (was >= 0) {
            parts.set(was, parts.get(at));
        }
        parts.set(at, part);
        return withKeyParts(parts);
    }

    PartitioningScenario withTable(int users, int days, long events, long bytes) {
        return new PartitioningScenario(
                keyParts,
                users,
                days,
                events,
                bytes,
                filesPerPartition,
                asked,
                queryDays,
                catalog,
                queriesPerDay,
                region);
    }

    public PartitioningScenario withQuery(Asked other, int lastDays) {
        return new PartitioningScenario(
                keyParts,
                users,
                days,
                eventsPerUserDay,
                eventBytes,
                filesPerPartition,
                other,
                lastDays,
                catalog,
                queriesPerDay,
                region);
    }

    public PartitioningScenario withCatalog(boolean other) {
        return new PartitioningScenario(
                keyParts,
                users,
                days,
                eventsPerUserDay,
                eventBytes,
                filesPerPartition,
                asked,
                queryDays,
                other,
                queriesPerDay,
                region);
    }

    PartitioningScenario withQueriesPerDay(int other) {
        return new PartitioningScenario(
                keyParts,
                users,
                days,
                eventsPerUserDay,
                eventBytes,
                filesPerPartition,
                asked,
                queryDays,
                catalog,
                other,
                region);
    }

    PartitioningScenario withFilesPerPartition(int other) {
        return new PartitioningScenario(
                keyParts,
                users,
                days,
                eventsPerUserDay,
                eventBytes,
                other,
                asked,
                queryDays,
                catalog,
                queriesPerDay,
                region);
    }
}
