package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The named scenarios of the lab *storage-classes*.
final class StorageClassesPresets {
    private static final String PRICES = "https://aws.amazon.com/s3/pricing/";
    private static final String CLASSES =
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html";
    private static final String READ = "2025-10";
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private final LabTexts texts;
    private final List<Preset<StorageClassesScenario>> presets = new ArrayList<>();

    private StorageClassesPresets(LabTexts texts) {
        this.texts = texts;
    }

    /// Ten thousand videos of a gibibyte, each watched about once a month.
    static StorageClassesScenario videos() {
        return scenario(10_000, GIB, 1, 12, true);
    }

    /// What fields left out of a file are taken from: the videos, in any class.
    static StorageClassesScenario standard() {
        return videos().withInstantReads(false).withOneZone(true);
    }

    static List<Preset<StorageClassesScenario>> all(LabTexts texts) {
        StorageClassesPresets made = new StorageClassesPresets(texts);
        made.reads();
        made.sizes();
        made.durations();
        return List.copyOf(made.presets);
    }

    private void reads() {
        add(
                "videos",
                videos(),
                primary("videos", PRICES),
                new Expected(StorageClassesFigures.IA_BREAK_EVEN, Unit.PLAIN, 1.05, 0.005),
                prediction("ia-reads", StorageClassesFigures.IA_BREAK_EVEN, Unit.PLAIN, 0, 3, 0.05),
                "q06-f1",
                "q06-c3");
        add(
                "instant-archive",
                scenario(100_000, 100 * MIB, 0.2, 24, true),
                primary("instant-archive", PRICES),
                new Expected(StorageClassesFigures.INSTANT_BREAK_EVEN, Unit.PLAIN, 0.633, 0.003),
                prediction("instant-reads", StorageClassesFigures.INSTANT_BREAK_EVEN, Unit.PLAIN, 0, 3, 0.05),
                "q06-c8");
        add(
                "two-cold-classes",
                scenario(100_000, 100 * MIB, 0.5, 24, true),
                primary("two-cold-classes", PRICES),
                new Expected(StorageClassesFigures.IA_INSTANT_BREAK_EVEN, Unit.PLAIN, 0.425, 0.003),
                prediction("two-reads", StorageClassesFigures.IA_INSTANT_BREAK_EVEN, Unit.PLAIN, 0, 3, 0.05),
                "q06-c8");
        add(
                "unknown-reads",
                scenario(1_000_000, 300 * KIB, 0.1, 12, true),
                primary("unknown-reads", PRICES),
                new Expected(StorageClassesFigures.TIERING_SIZE, Unit.KIB, 250, 0.5),
                prediction("tiering-size", StorageClassesFigures.TIERING_SIZE, Unit.KIB, 0, 1_000, 10),
                "q06-f13",
                "q06-c12");
    }

    private void sizes() {
        add(
                "small-files",
                scenario(6_200_000, 40 * KIB, 0, 12, true),
                primary("small-files", CLASSES),
                new Expected(StorageClassesFigures.IA_SIZE, Unit.KIB, 69.6, 0.05),
                prediction("ia-size", StorageClassesFigures.IA_SIZE, Unit.KIB, 0, 256, 1),
                "q06-c3");
        add(
                "tiny-archive",
                scenario(10_000_000, 10 * KIB, 0, 84, false),
                primary("tiny-archive", CLASSES),
                new Expected(StorageClassesFigures.OVERHEAD, Unit.TIMES, 4, 0),
                prediction("overhead", StorageClassesFigures.OVERHEAD, Unit.TIMES, 0, 10, 0.1),
                "q06-c11");
        add(
                "smallest-archive",
                scenario(1_000_000, 12 * KIB, 0, 84, false),
                closedForm("smallest-archive"),
                new Expected(StorageClassesFigures.DEEP_SIZE, Unit.KIB, 9.8, 0.05),
                prediction("deep-size", StorageClassesFigures.DEEP_SIZE, Unit.KIB, 0, 256, 1),
                "q06-c11");
    }

    private void durations() {
        add(
                "backups",
                scenario(1_000, 10 * GIB, 0, 84, false),
                primary("backups", PRICES),
                new Expected(StorageClassesFigures.total(StorageClass.DEEP_ARCHIVE), Unit.USD, 831.66, 0.05),
                prediction("backups", StorageClassesFigures.total(StorageClass.DEEP_ARCHIVE), Unit.USD, 0, 20_000, 50),
                "q06-c11");
        add(
                "kept-a-month",
                scenario(100_000, MIB, 0, 1, false),
                primary("kept-a-month", CLASSES),
                new Expected(StorageClassesFigures.PAID_MONTHS, Unit.PLAIN, 180 * 24 / 730.0, 0.001),
                prediction("paid-months", StorageClassesFigures.PAID_MONTHS, Unit.PLAIN, 0, 12, 0.1),
                "q06-c11");
    }

    private static StorageClassesScenario scenario(
            long objects, long averageBytes, double reads, double months, boolean instantReads) {
        return new StorageClassesScenario(
                objects, averageBytes, reads, months, "us-east-1", RestoreTier.STANDARD, instantReads, false);
    }

    private Prediction prediction(String question, String figure, Unit unit, double low, double high, double step) {
        return new Prediction(texts.get("prediction." + question), figure, unit, low, high, step);
    }

    private Reference primary(String id, String address) {
        return new Reference(text(id, "source"), Optional.of(address), Reference.Kind.PRIMARY, READ);
    }

    private Reference closedForm(String id) {
        return new Reference(text(id, "source"), Optional.empty(), Reference.Kind.CLOSED_FORM, "");
    }

    private void add(
            String id,
            StorageClassesScenario scenario,
            Reference reference,
            Expected expected,
            Prediction prediction,
            String... cards) {
        presets.add(new Preset<>(
                id, text(id, "title"), text(id, "summary"), scenario, reference, expected, prediction, List.of(cards)));
    }

    private String text(String id, String what) {
        return texts.get("preset." + id + "." + what);
    }
}
