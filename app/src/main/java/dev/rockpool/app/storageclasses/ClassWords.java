package dev.rockpool.app.storageclasses;

import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.Restore;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.storageclasses.StorageClassesScenario;
import dev.rockpool.simulators.storageclasses.StorageClassesSnapshot;
import java.time.Duration;
import java.util.List;

/// What the stage says of classes, sizes and reads.
final class ClassWords {
    private static final double KIB = 1024;

    private final Texts texts;

    ClassWords(Texts texts) {
        this.texts = texts;
    }

    String name(StorageClass storageClass) {
        return texts.get("storage-classes.name." + storageClass.name());
    }

    String shortName(StorageClass storageClass) {
        return texts.get("storage-classes.short." + storageClass.name());
    }

    /// How long a read waits.
    String latency(StorageClass storageClass) {
        List<Restore> restores = storageClass.restores();
        if (restores.isEmpty()) {
            return texts.get("storage-classes.latency.at-once");
        }
        return texts.get(
                "storage-classes.latency.restore",
                time(restores.getFirst().most()),
                time(restores.getLast().most()));
    }

    private String time(Duration time) {
        return time.toHours() > 0
                ? texts.get("storage-classes.hours", time.toHours())
                : texts.get("storage-classes.minutes", time.toMinutes());
    }

    String availability(StorageClass storageClass) {
        return texts.get(
                "storage-classes.percent", storageClass.availabilityPercent().toPlainString());
    }

    String zones(StorageClass storageClass) {
        return texts.get(storageClass.zones() == 1 ? "storage-classes.zone.one" : "storage-classes.zone.several");
    }

    String durability(StorageClass storageClass) {
        return texts.get("storage-classes.nines", storageClass.durabilityNines());
    }

    /// The least size and the least days that are billed, or the overhead.
    String minimums(StorageClass storageClass) {
        if (storageClass.isArchive()) {
            return texts.get("storage-classes.minimum.archive", storageClass.minimumDays());
        }
        if (storageClass.minimumDays() > 0) {
            return texts.get("storage-classes.minimum.floor", storageClass.minimumDays());
        }
        return storageClass == StorageClass.INTELLIGENT_TIERING
                ? texts.get("storage-classes.minimum.tiering")
                : texts.get("storage-classes.minimum.none");
    }

    String money(double usd) {
        return Unit.USD.number(usd);
    }

    String size(double bytes) {
        double kibibytes = bytes / KIB;
        if (kibibytes < KIB) {
            return texts.get("storage-classes.kib", rounded(kibibytes));
        }
        return kibibytes < KIB * KIB
                ? texts.get("storage-classes.mib", rounded(kibibytes / KIB))
                : texts.get("storage-classes.gib", rounded(kibibytes / KIB / KIB));
    }

    String reads(double reads) {
        return reads >= 10 || reads == Math.rint(reads) ? Unit.COUNT.number(reads) : Unit.PLAIN.number(reads);
    }

    private static String rounded(double value) {
        return Unit.COUNT.number(value);
    }

    /// The one sentence about where the point lies.
    String told(StorageClassesSnapshot now) {
        StorageClassesScenario scenario = now.scenario();
        List<StorageClassesSnapshot.ClassState> allowed = now.classes().stream()
                .filter(StorageClassesSnapshot.ClassState::isAllowed)
                .toList();
        if (allowed.isEmpty()) {
            return "";
        }
        StorageClassesSnapshot.ClassState best = allowed.getFirst();
        String at = texts.get(
                "storage-classes.told",
                size((double) scenario.averageBytes()),
                reads(scenario.readsPerObjectMonth()),
                name(best.storageClass()),
                money(best.finalUsd()));
        return allowed.size() < 2
                ? at
                : at + " "
                        + texts.get(
                                money(allowed.get(1).finalUsd()).equals(money(best.finalUsd()))
                                        ? "storage-classes.told.same"
                                        : "storage-classes.told.next",
                                name(allowed.get(1).storageClass()),
                                money(allowed.get(1).finalUsd()));
    }
}
