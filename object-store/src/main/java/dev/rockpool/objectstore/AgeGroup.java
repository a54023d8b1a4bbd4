package dev.rockpool.objectstore;

import java.util.List;
import java.util.Locale;

/// The age groups that storage-class analysis tells objects of 128 KiB and more apart by.
///
/// Source: S3 user guide, *Amazon S3 analytics: storage class analysis*, section on how it is used.
enum AgeGroup {
    UNDER_15(0, 14),
    UNDER_30(15, 29),
    UNDER_45(30, 44),
    UNDER_60(45, 59),
    UNDER_75(60, 74),
    UNDER_90(75, 89),
    UNDER_120(90, 119),
    UNDER_150(120, 149),
    UNDER_180(150, 179),
    UNDER_365(180, 364),
    UNDER_730(365, 729),
    OLDEST(730, Long.MAX_VALUE);

    private static final List<AgeGroup> ALL = List.of(values());

    private final long firstDay;
    private final long lastDay;

    AgeGroup(long firstDay, long lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /// How many groups are younger.
    int place() {
        return ALL.indexOf(this);
    }

    /// The age in whole days at which an object comes into the group.
    long firstDay() {
        return firstDay;
    }

    /// The group of objects that are `days` old.
    static AgeGroup of(long days) {
        AgeGroup found = UNDER_15;
        for (AgeGroup group : ALL) {
            if (group.firstDay <= days) {
                found = group;
            }
        }
        return found;
    }

    /// As the export names it.
    String title() {
        return this == OLDEST ? firstDay + "+" : String.format(Locale.ROOT, "%03d-%03d", firstDay, lastDay);
    }
}
