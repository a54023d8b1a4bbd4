package dev.rockpool.simulators.partitioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a query reads of a layout, by counting.
///
/// Days and users are independent, so that partitions are groups of days times users. A group of days is
/// read whole if one of its days is asked for: a partition by month gives the month.
///
/// @param levels by key part, from the first on
/// @param files of the table
/// @param filesOpened by the query
/// @param bytes of the table
/// @param bytesScanned by the query
/// @param listCalls that find the files without a catalog: the prefixes that the filter fixes, each listed by
///     pages of 1,000 keys
/// @param erasePrefixes that hold one user's data and no other's; 0 if there are none
/// @param dropPrefixes that hold the oldest month and nothing else; 0 if there are none
public record LayoutReading(
        List<Level> levels,
        long files,
        long filesOpened,
        long bytes,
        long bytesScanned,
        long listCalls,
        long erasePrefixes,
        long dropPrefixes) {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final long PAGE = 1_000;
    /// More than any part of a date has.
    private static final long MOST_VALUES = 10_000;

    /// One level of the key.
    ///
    /// @param part what it is of
    /// @param prefixes down to this level
    /// @param read those that the query has to look into
    public record Level(KeyPart part, long prefixes, long read) {}

    public LayoutReading {
        levels = List.copyOf(levels);
    }

    /// What the query of `scenario` reads.
    public static LayoutReading of(PartitioningScenario scenario) {
        return of(scenario, FIRST);
    }

    static LayoutReading of(PartitioningScenario scenario, LocalDate first) {
        List<KeyPart> parts = scenario.keyParts();
        List<LocalDate> days = first.datesUntil(first.plusDays(scenario.days())).toList();
        boolean byDay = scenario.asked() == Asked.DAYS || scenario.asked() == Asked.USER_DAYS;
        List<LocalDate> wanted =
                byDay ? days.subList(Math.max(0, days.size() - scenario.queryDays()), days.size()) : days;
        boolean oneUser = scenario.asked() == Asked.USER || scenario.asked() == Asked.USER_DAYS;
        List<Level> levels = new ArrayList<>();
        int last = -1;
        for (int depth = 1; depth <= parts.size(); depth++) {
            List<KeyPart> upTo = parts.subList(0, depth);
            long users = upTo.contains(KeyPart.USER) ? scenario.users() : 1;
            levels.add(new Level(
                    parts.get(depth - 1),
                    groups(days, upTo).size() * users,
                    groups(wanted, upTo).size() * (oneUser ? 1 : users)));
            last = scenario.asked().filters(parts.get(depth - 1)) ? depth : last;
        }
        Map<Long, Integer> leaves = groups(days, parts);
        Set<Long> read = groups(wanted, parts).keySet();
        boolean hasUser = parts.contains(KeyPart.USER);
        long usersRead = oneUser && hasUser ? 1 : scenario.users();
        long daysRead =
                read.stream().mapToLong(group -> leaves.getOrDefault(group, 0)).sum();
        long files = files(scenario, leaves.values()) * (hasUser ? (long) scenario.users() : 1);
        long opened = files(
                        scenario,
                        read.stream()
                                .map(group -> leaves.getOrDefault(group, 0))
                                .toList())
                * (hasUser ? usersRead : 1);
        long lists = last < 0
                ? pages(files)
                : levels.get(last - 1).read()
                        * pages(Math.ceilDiv(opened, levels.get(last - 1).read()));
        return new LayoutReading(
                levels,
                files,
                opened,
                Math.multiplyExact(scenario.userDayBytes(), (long) scenario.users() * scenario.days()),
                Math.multiplyExact(scenario.userDayBytes(), usersRead * daysRead),
                lists,
                hasUser
                        ? groups(days, parts.subList(0, parts.indexOf(KeyPart.USER)))
                                .size()
                        : 0,
                dropPrefixes(parts, days, scenario.users()));
    }

    /// Files of partitions that have so many days each, for one user if the key has the user.
    private static long files(PartitioningScenario scenario, Collection<Integer> days) {
        long eventsADay = Math.multiplyExact(
                scenario.eventsPerUserDay(), scenario.keyParts().contains(KeyPart.USER) ? 1L : (long) scenario.users());
        return days.stream()
                .mapToLong(some -> Math.min(scenario.filesPerPartition(), Math.multiplyExact(eventsADay, (long) some)))
                .sum();
    }

    /// Distinct values of the dates' parts among `days`, with how many days each has.
    private static Map<Long, Integer> groups(List<LocalDate> days, List<KeyPart> parts) {
        List<KeyPart> dates = parts.stream().filter(KeyPart::isOfDate).toList();
        Map<Long, Integer> groups = new HashMap<>();
        for (LocalDate day : days) {
            long group = 0;
            for (KeyPart part : dates) {
                group = group * MOST_VALUES + part.of(day);
            }
            groups.merge(group, 1, Integer::sum);
        }
        return groups;
    }

    private static long dropPrefixes(List<KeyPart> parts, List<LocalDate> days, int users) {
        int depth = Math.max(parts.indexOf(KeyPart.YEAR), parts.indexOf(KeyPart.MONTH)) + 1;
        if (!parts.contains(KeyPart.YEAR) || !parts.contains(KeyPart.MONTH)) {
            return 0;
        }
        List<KeyPart> upTo = parts.subList(0, depth);
        LocalDate first = days.getFirst();
        List<LocalDate> month = days.stream()
                .filter(day -> day.getYear() == first.getYear() && day.getMonth() == first.getMonth())
                .toList();
        return groups(month, upTo).size() * (upTo.contains(KeyPart.USER) ? (long) users : 1);
    }

    private static long pages(long keys) {
        return Math.max(1, Math.ceilDiv(keys, PAGE));
    }

    /// The mean size of a file.
    public double fileBytes() {
        return (double) bytes / files;
    }

    /// Files that have to be written anew to erase one user: all that hold other users too.
    long rewrittenFiles() {
        return erasePrefixes > 0 ? 0 : files;
    }
}
