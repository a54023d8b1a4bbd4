package dev.rockpool.app.store;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
import dev.rockpool.objectstore.NewObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A bucket of a few small files to look at, made of tide readings that nobody measured.
public final class SampleBucket {
    /// Its name, with a number behind it if that is taken.
    public static final String NAME = "tide-samples";

    private static final int DAYS = 12;
    private static final int GAUGES = 3;
    private static final int YEAR_SAMPLE_DAYS = 60;
    private static final int READINGS_DAYS = 365;
    private static final int GLACIER_DAYS = 90;
    private static final int DEEP_DAYS = 270;

    private SampleBucket() {}

    /// Makes it and answers its name.
    public static String make(StoreDesk desk) {
        List<String> taken = desk.buckets().stream().map(BucketEntry::name).toList();
        String name = NAME;
        for (int number = 2; taken.contains(name); number++) {
            name = NAME + "-" + number;
        }
        desk.create(name);
        desk.putVersioning(name, Versioning.ENABLED);
        put(desk, name, "README.md", "text/markdown", StorageClass.STANDARD, """
            # Tide samples

            Made-up readings of three tide gauges, to look at and to break.
            `config/gauges.json` has two versions. `archive/2024.csv` lies in Glacier and must be restored first.
            Two lifecycle rules age what is here; choose an object to see when.
            """);
        put(desk, name, "config/gauges.json", "application/json", StorageClass.STANDARD, """
            {"gauges":[{"id":"north","metres":4.1},{"id":"south","metres":3.7}]}
            """);
        put(desk, name, "config/gauges.json", "application/json", StorageClass.STANDARD, """
            {"gauges":[{"id":"north","metres":4.1},{"id":"south","metres":3.7},{"id":"west","metres":5.2}]}
            """);
        for (int day = 1; day <= DAYS; day++) {
            put(
                    desk,
                    name,
                    "readings/2026-03-%02d.csv".formatted(day),
                    "text/csv",
                    StorageClass.STANDARD,
                    readings(day));
        }
        put(desk, name, "archive/2024.csv", "text/csv", StorageClass.GLACIER, year());
        put(desk, name, "archive/2025.csv", "text/csv", StorageClass.STANDARD_IA, year());
        desk.put(
                name,
                "raw/frame.bin",
                NewObject.PLAIN.described(Map.of("content-type", "application/octet-stream"), Map.of()),
                new ByteArrayInputStream(frame()));
        LifecycleRule readings = LifecycleRule.of("age-readings", LifecycleFilter.prefix("readings/"))
                .expiring(new When.AfterDays(READINGS_DAYS));
        LifecycleRule archive = LifecycleRule.of("sink-archive", LifecycleFilter.prefix("archive/"))
                .moving(GLACIER_DAYS, StorageClass.GLACIER)
                .moving(DEEP_DAYS, StorageClass.DEEP_ARCHIVE);
        desk.putRules(name, new LifecycleConfiguration(List.of(readings, archive)));
        return name;
    }

    private static void put(
            StoreDesk desk, String bucket, String key, String type, StorageClass storageClass, String text) {
        NewObject object = NewObject.PLAIN
                .described(Map.of("content-type", type), Map.of("origin", "rockpool"))
                .tagged(Map.of("sample", "yes"))
                .in(storageClass);
        desk.put(bucket, key, object, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A reading every ten minutes of a day: a tide of 12 h 25 min.
    private static String readings(int day) {
        StringBuilder csv = new StringBuilder("minute,gauge,centimetres\n");
        for (int minute = 0; minute < 1_440; minute += 10) {
            for (int gauge = 1; gauge <= GAUGES; gauge++) {
                double phase = 2 * Math.PI * (minute + day * 1_440 + gauge * 31) / 745;
                csv.append(minute).append(',').append(gauge).append(',');
                csv.append(Math.round(200 + 150 * Math.sin(phase))).append('\n');
            }
        }
        return csv.toString();
    }

    /// Enough for rules to move it: what is below 128 KB stays where it is.
    private static String year() {
        StringBuilder csv = new StringBuilder();
        for (int day = 1; day <= YEAR_SAMPLE_DAYS; day++) {
            csv.append(readings(day));
        }
        return csv.toString();
    }

    private static byte[] frame() {
        byte[] frame = new byte[1_024];
        for (int at = 0; at < frame.length; at++) {
            frame[at] = (byte) (at * 37 + at / 7);
        }
        return frame;
    }
}
