package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The export of a storage-class analysis: by date within age group, the lines of all groups together at the end.
///
/// A megabyte is 1,048,576 bytes. The access ratio of a group is what was read of it and all older ones that day over
/// what was kept of them.
///
/// Source: S3 user guide, *Amazon S3 analytics: storage class analysis*, *Exported file layout*.
final class AnalysisCsv {
    private static final String HEADER = "Date,ConfigId,Filter,StorageClass,ObjectAge,ObjectCount,DataUploaded_MB,"
            + "Storage_MB,DataRetrieved_MB,GetRequestCount,CumulativeAccessRatio,ObjectAgeForSIATransition,"
            + "RecommendedObjectAgeForSIATransition\n";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-yyyy");
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1 << 20);
    private static final int PLACES = 6;

    private AnalysisCsv() {}

    /// @param history days since the epoch, and what was seen on them
    static String of(AnalyticsConfiguration analytics, SortedMap<Long, ObservedDay> history) {
        StringBuilder csv = new StringBuilder(HEADER);
        Set<StorageClass> classes = EnumSet.of(StorageClass.STANDARD);
        history.values().forEach(day -> day.classes().forEach(classes::add));
        for (StorageClass storageClass : classes) {
            for (AgeGroup group : AgeGroup.values()) {
                lines(csv, analytics, history, storageClass, Optional.of(group));
            }
        }
        for (StorageClass storageClass : classes) {
            lines(csv, analytics, history, storageClass, Optional.empty());
        }
        return csv.toString();
    }

    private static void lines(
            StringBuilder csv,
            AnalyticsConfiguration analytics,
            SortedMap<Long, ObservedDay> history,
            StorageClass storageClass,
            Optional<AgeGroup> group) {
        List<ObservedDay> days = new ArrayList<>();
        for (Map.Entry<Long, ObservedDay> entry : history.entrySet()) {
            ObservedDay day = entry.getValue();
            days.add(day);
            if (storageClass != StorageClass.STANDARD && !day.has(storageClass)) {
                continue;
            }
            boolean isAll = group.isEmpty();
            boolean isAdvised = isAll && storageClass == StorageClass.STANDARD;
            csv.append(String.join(
                            ",",
                            DATE.format(LocalDate.ofEpochDay(entry.getKey())),
                            quoted(analytics.id()),
                            quoted(filter(analytics)),
                            storageClass.name(),
                            group.map(AgeGroup::title).orElse("ALL"),
                            isAll ? Long.toString(day.objects(storageClass)) : "",
                            isAll ? megabytes(day.uploaded(storageClass)) : "",
                            megabytes(day.stored(storageClass, group)),
                            megabytes(day.retrieved(storageClass, group)),
                            Long.toString(day.requests(storageClass, group)),
                            ratio(day.retrievedFrom(storageClass, group), day.storedFrom(storageClass, group)),
                            isAdvised ? days(day.observedAge()) : "",
                            isAdvised ? days(Analyses.recommendedAge(days)) : ""))
                    .append('\n');
        }
    }

    private static String filter(AnalyticsConfiguration analytics) {
        String tags = analytics.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(" "));
        return (analytics.prefix().orElse("") + " " + tags).strip();
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter < ' ')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String megabytes(long bytes) {
        return plain(BigDecimal.valueOf(bytes).divide(MEGABYTE, PLACES, RoundingMode.HALF_EVEN));
    }

    private static String ratio(long retrieved, long stored) {
        return stored == 0
                ? ""
                : plain(BigDecimal.valueOf(retrieved)
                        .divide(BigDecimal.valueOf(stored), PLACES, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String days(OptionalInt age) {
        return age.isPresent() ? Integer.toString(age.getAsInt()) : "";
    }
}
