package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.LifecycleXml;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The configurations that the engine acts on, as the index holds them.
final class Configurations {
    /// Kinds beside those of [BucketDocument], whose codes come before.
    static final int LIFECYCLE = 32;

    static final int TIERING = 33;
    static final int INVENTORY = 34;
    static final int ANALYTICS = 35;
    static final int LOGGING = 36;

    /// What an analysis saw, a day each.
    static final int OBSERVED = 37;

    private Configurations() {}

    static byte[] write(LifecycleSettings settings) {
        return new RecordWriter()
                .text(LifecycleXml.write(settings.configuration()))
                .constant(settings.minimum())
                .number(settings.since().toEpochMilli())
                .done();
    }

    static LifecycleSettings lifecycle(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        LifecycleConfiguration configuration = switch (LifecycleXml.readJoining(in.text())) {
            case LifecycleReading.Accepted(LifecycleConfiguration accepted) -> accepted;
            case LifecycleReading.Rejected rejected ->
                throw new IllegalArgumentException("These rules are not accepted: " + rejected);
        };
        return new LifecycleSettings(
                configuration, in.constant(TransitionMinimum.class), Instant.ofEpochMilli(in.number()));
    }

    static byte[] write(IntelligentTieringConfiguration tiering) {
        RecordWriter out = new RecordWriter();
        return out.text(tiering.id())
                .flag(tiering.enabled())
                .optional(tiering.prefix(), out::text)
                .map(tiering.tags())
                .number(tiering.tiers().archiveAfterDays().orElse(0))
                .number(tiering.tiers().deepArchiveAfterDays().orElse(0))
                .done();
    }

    static IntelligentTieringConfiguration tiering(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        return new IntelligentTieringConfiguration(
                in.text(),
                in.flag(),
                in.optional(in::text),
                in.map(),
                new IntelligentTiering(days(in.number()), days(in.number())));
    }

    private static OptionalInt days(long days) {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of((int) days);
    }

    static byte[] write(InventoryConfiguration inventory) {
        RecordWriter out = new RecordWriter();
        out.text(inventory.id())
                .flag(inventory.enabled())
                .optional(inventory.prefix(), out::text)
                .flag(inventory.allVersions())
                .number(inventory.optionalFields().size());
        inventory.optionalFields().forEach(out::text);
        return out.constant(inventory.format())
                .flag(inventory.weekly())
                .text(inventory.destinationBucket())
                .optional(inventory.destinationPrefix(), out::text)
                .optional(inventory.destinationAccount(), out::text)
                .done();
    }

    static InventoryConfiguration inventory(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        String id = in.text();
        boolean enabled = in.flag();
        Optional<String> prefix = in.optional(in::text);
        boolean all = in.flag();
        List<String> fields = new ArrayList<>();
        for (long count = in.number(); count > 0; count--) {
            fields.add(in.text());
        }
        return new InventoryConfiguration(
                id,
                enabled,
                prefix,
                all,
                fields,
                in.constant(InventoryConfiguration.Format.class),
                in.flag(),
                in.text(),
                in.optional(in::text),
                in.optional(in::text));
    }

    static byte[] write(AnalyticsConfiguration analytics) {
        RecordWriter out = new RecordWriter();
        return out.text(analytics.id())
                .optional(analytics.prefix(), out::text)
                .map(analytics.tags())
                .optional(analytics.destinationBucket(), out::text)
                .optional(analytics.destinationPrefix(), out::text)
                .done();
    }

    static AnalyticsConfiguration analytics(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        return new AnalyticsConfiguration(
                in.text(), in.optional(in::text), in.map(), in.optional(in::text), in.optional(in::text));
    }

    static byte[] write(LoggingConfiguration logging) {
        return new RecordWriter()
                .text(logging.targetBucket())
                .text(logging.targetPrefix())
                .text(logging.document())
                .done();
    }

    static LoggingConfiguration logging(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        return new LoggingConfiguration(in.text(), in.text(), in.text());
    }
}
