package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Unit;
import java.util.List;

/// The named scenarios of the lab *encryption*.
final class EncryptionPresets {
    private static final String GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
    private static final String READ = "2026-11";
    private static final long MIB = 1L << 20;

    /// 500 million a day for a month of 730 hours.
    private static final long STORM = 15_208_333_333L;

    private static final long STORM_SESSIONS = 3_041_666_667L;

    private EncryptionPresets() {}

    /// What fields left out of a file are taken from: the default of S3, and stolen credentials.
    static EncryptionScenario standard() {
        return new EncryptionScenario(
                EncryptionMode.SSE_S3,
                Threat.LEAKED_READ,
                10_000,
                2_000_000,
                10,
                600,
                1,
                MIB,
                "us-east-1",
                KeyState.ENABLED);
    }

    static List<Preset<EncryptionScenario>> all(LabParts<EncryptionScenario, EncryptionResult> parts) {
        EncryptionScenario standard = standard();
        EncryptionScenario kms = standard.withMode(EncryptionMode.SSE_KMS);
        EncryptionScenario bucketKey = standard.withMode(EncryptionMode.SSE_KMS_BUCKET_KEY);
        return List.of(
                parts.preset(
                        "default",
                        standard,
                        Kind.PRIMARY,
                        GUIDE + "serv-side-encryption.html",
                        READ,
                        new Expected(EncryptionFigures.OPEN, Unit.COUNT, 5, 0),
                        parts.prediction("open", EncryptionFigures.OPEN, Unit.COUNT, 0, 6, 1),
                        "q11-c1",
                        "q11-c3",
                        "q11-f1",
                        "q11-f3"),
                parts.preset(
                        "own-key",
                        kms,
                        Kind.PRIMARY,
                        GUIDE + "UsingKMSEncryption.html",
                        READ,
                        new Expected(EncryptionFigures.NEEDED, Unit.COUNT, 2, 0),
                        parts.prediction("needed", EncryptionFigures.NEEDED, Unit.COUNT, 0, 4, 1),
                        "q11-c4",
                        "q11-f2",
                        "q11-f11",
                        "q11-q1"),
                parts.preset(
                        "lost-key",
                        standard.withMode(EncryptionMode.SSE_C).withThreat(Threat.LOST_KEY),
                        Kind.PRIMARY,
                        GUIDE + "ServerSideEncryptionCustomerKeys.html",
                        READ,
                        new Expected(EncryptionFigures.LOST, Unit.COUNT, 3, 0),
                        parts.prediction("lost", EncryptionFigures.LOST, Unit.COUNT, 0, 5, 1),
                        "q11-c6",
                        "q11-f4",
                        "q11-f6",
                        "q11-f10",
                        "q11-q2"),
                parts.preset(
                        "new-bucket",
                        standard.withMode(EncryptionMode.SSE_C).withThreat(Threat.NEW_BUCKET),
                        Kind.PRIMARY,
                        GUIDE + "blocking-unblocking-s3-c-encryption-gpb.html",
                        READ,
                        new Expected(EncryptionFigures.OPEN, Unit.COUNT, 0, 0),
                        parts.prediction("open", EncryptionFigures.OPEN, Unit.COUNT, 0, 6, 1),
                        "q11-c7",
                        "q11-f5",
                        "q11-q4"),
                parts.preset(
                        "before-sending",
                        standard.withMode(EncryptionMode.CLIENT).withThreat(Threat.CLOUD_OPERATOR),
                        Kind.PRIMARY,
                        GUIDE + "UsingClientSideEncryption.html",
                        READ,
                        new Expected(EncryptionFigures.OPEN, Unit.COUNT, 0, 0),
                        parts.prediction("open", EncryptionFigures.OPEN, Unit.COUNT, 0, 6, 1),
                        "q11-c8",
                        "q11-f7",
                        "q11-q5"),
                parts.preset(
                        "two-layers",
                        standard.withMode(EncryptionMode.DSSE_KMS).withThreat(Threat.CLOUD_OPERATOR),
                        Kind.CLOSED_FORM,
                        "",
                        "",
                        new Expected(EncryptionFigures.TOTAL, Unit.USD, 13.77, 0.01),
                        parts.prediction("two-layers", EncryptionFigures.TOTAL, Unit.USD, 0, 50, 0.5),
                        "q11-c9",
                        "q11-f12"),
                parts.preset(
                        "a-call-each",
                        kms.withThreat(Threat.PUBLIC_BUCKET),
                        Kind.CLOSED_FORM,
                        "",
                        "",
                        new Expected(EncryptionFigures.KMS_USD, Unit.USD, 7.03, 0.005),
                        parts.prediction("kms-usd", EncryptionFigures.KMS_USD, Unit.USD, 0, 50, 0.5),
                        "q11-f9"),
                parts.preset(
                        "ten-sessions",
                        bucketKey.withUploads(0).withDownloads(100_000).withActiveMinutes(5),
                        Kind.PRIMARY,
                        "https://aws.amazon.com/blogs/storage/"
                                + "reducing-aws-key-management-service-costs-by-up-to-99-with-s3-bucket-keys/",
                        READ,
                        new Expected(EncryptionFigures.CALLS, Unit.REQUESTS, 10, 0),
                        parts.prediction("sessions", EncryptionFigures.CALLS, Unit.REQUESTS, 0, 100_000, 10),
                        "q11-c4"),
                parts.preset(
                        "measured",
                        bucketKey
                                .withUploads(50)
                                .withDownloads(100)
                                .withRequesters(1)
                                .withActiveMinutes(5),
                        Kind.SECONDARY,
                        "https://github.com/aws-samples/s3-bucketkey-poc",
                        READ,
                        new Expected(EncryptionFigures.SAVED, Unit.SHARE, 0.973, 0.015),
                        parts.prediction("saved", EncryptionFigures.SAVED, Unit.SHARE, 0, 1, 0.01),
                        "q11-c4"),
                parts.preset(
                        "storm",
                        kms.withUploads(0).withDownloads(STORM),
                        Kind.CLOSED_FORM,
                        "",
                        "",
                        new Expected(EncryptionFigures.DAY_USD, Unit.USD, 1_500, 0.01),
                        parts.prediction("day", EncryptionFigures.DAY_USD, Unit.USD, 0, 5_000, 50),
                        "q11-c4"),
                parts.preset(
                        "storm-calmed",
                        bucketKey
                                .withUploads(0)
                                .withDownloads(STORM)
                                .withRequesters(STORM_SESSIONS)
                                .withActiveMinutes(5),
                        Kind.CLOSED_FORM,
                        "",
                        "",
                        new Expected(EncryptionFigures.DAY_USD, Unit.USD, 300, 0.01),
                        parts.prediction("day", EncryptionFigures.DAY_USD, Unit.USD, 0, 5_000, 50),
                        "q11-c4"));
    }
}
