package dev.rockpool.objectstore.s3;

import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.LifecycleXml;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketEncryption;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.objectstore.LoggingConfiguration;
import dev.rockpool.objectstore.ObjectLockConfiguration;
import dev.rockpool.objectstore.RetentionMode;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a bucket does by itself: versioning, lifecycle, encryption, object lock, access log.
final class BucketRules {
    private static final String MINIMUM = "x-amz-transition-default-minimum-object-size";

    // --- versioning

    /// *GetBucketVersioning*.
    void getVersioning(S3Request request) throws IOException {
        XmlWriter xml = XmlWriter.root("VersioningConfiguration");
        switch (request.bucket().versioning()) {
            case DISABLED -> {
                // never versioned: nothing is said
            }
            case ENABLED -> xml.element("Status", "Enabled");
            case SUSPENDED -> xml.element("Status", "Suspended");
        }
        request.respond(xml.close("VersioningConfiguration"));
    }

    /// *PutBucketVersioning*.
    void putVersioning(S3Request request) throws IOException {
        XmlElement root = request.xml("VersioningConfiguration");
        String multiFactor = root.textOf("MfaDelete").map(String::trim).orElse("Disabled");
        if (multiFactor.equals("Enabled")) {
            throw ErrorCode.NotImplemented.error(
                    "A header or query you provided requested a function that is not implemented: MfaDelete");
        }
        String status = root.textOf("Status")
                .map(String::trim)
                .orElseThrow(() -> ErrorCode.IllegalLocationConstraintException.error(
                                "The Versioning element must be specified")
                        .named("IllegalVersioningConfigurationException", 400));
        Versioning versioning = switch (status) {
            case "Enabled" -> Versioning.ENABLED;
            case "Suspended" -> Versioning.SUSPENDED;
            default -> throw ErrorCode.MalformedXML.error();
        };
        request.store().putVersioning(request.bucketName(), versioning);
        request.respond(200);
    }

    // --- lifecycle

    /// *GetBucketLifecycleConfiguration*.
    void getLifecycle(S3Request request) throws IOException {
        LifecycleSettings settings = request.store()
                .lifecycle(request.bucketName())
                .orElseThrow(ErrorCode.NoSuchLifecycleConfiguration::error);
        request.exchange.set(MINIMUM, settings.minimum().apiName());
        request.exchange
                .set("Content-Type", "application/xml")
                .respond(
                        200,
                        LifecycleXml.write(settings.configuration()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// *PutBucketLifecycleConfiguration*.
    void putLifecycle(S3Request request) throws IOException {
        Checksums.require(request);
        TransitionMinimum minimum = request.nonEmpty(MINIMUM)
                .map(name -> TransitionMinimum.named(name)
                        .orElseThrow(() -> ErrorCode.InvalidRequest.error("Invalid " + MINIMUM + ": " + name)))
                .orElse(
                        request.services.settings().defaults() == S3Settings.BucketDefaults.CURRENT
                                ? TransitionMinimum.ALL_STORAGE_CLASSES_128K
                                : TransitionMinimum.VARIES_BY_STORAGE_CLASS);
        byte[] document = request.document();
        if (document.length == 0) {
            throw ErrorCode.MissingRequestBodyError.error();
        }
        XmlElement.parse(document, "LifecycleConfiguration");
        String text = new String(document, java.nio.charset.StandardCharsets.UTF_8);
        boolean current = request.services.settings().defaults() == S3Settings.BucketDefaults.CURRENT;
        switch (current ? LifecycleXml.read(text) : LifecycleXml.readJoining(text)) {
            case LifecycleReading.Accepted accepted ->
                request.store()
                        .putLifecycle(
                                request.bucketName(),
                                new LifecycleSettings(accepted.configuration(), minimum, Instant.EPOCH));
            case LifecycleReading.Rejected rejected -> {
                LifecycleFault fault = rejected.faults().getFirst();
                throw ErrorCode.valueOf(fault.code().name()).error(fault.message());
            }
        }
        request.exchange.set(MINIMUM, minimum.apiName());
        request.respond(200);
    }

    /// *DeleteBucketLifecycle*.
    void deleteLifecycle(S3Request request) throws IOException {
        request.store().deleteLifecycle(request.bucketName());
        request.respond(204);
    }

    // --- encryption

    /// *GetBucketEncryption*. Since 5 January 2023 every bucket has one; by the defaults of 2022 one
    /// without a configuration of its own says so.
    void getEncryption(S3Request request) throws IOException {
        BucketEncryption encryption = request.services.settings().defaults() == S3Settings.BucketDefaults.CURRENT
                ? request.store().encryption(request.bucketName())
                : request.store()
                        .configuredEncryption(request.bucketName())
                        .orElseThrow(ErrorCode.ServerSideEncryptionConfigurationNotFoundError::error);
        XmlWriter xml = XmlWriter.root("ServerSideEncryptionConfiguration")
                .open("Rule")
                .open("ApplyServerSideEncryptionByDefault")
                .element("SSEAlgorithm", encryption.algorithm().apiName());
        encryption.keyId().ifPresent(key -> xml.element("KMSMasterKeyID", key));
        xml.close("ApplyServerSideEncryptionByDefault").element("BucketKeyEnabled", encryption.bucketKey());
        if (encryption.blocksCustomerKeys()) {
            xml.open("BlockedEncryptionTypes")
                    .element("EncryptionType", "SSE-C")
                    .close("BlockedEncryptionTypes");
        }
        request.respond(xml.close("Rule").close("ServerSideEncryptionConfiguration"));
    }

    /// *PutBucketEncryption*.
    void putEncryption(S3Request request) throws IOException {
        XmlElement root = request.xml("ServerSideEncryptionConfiguration");
        if (root.all("Rule").size() != 1) {
            throw ErrorCode.MalformedXML.error();
        }
        XmlElement rule = root.all("Rule").getFirst();
        boolean bucketKey = rule.textOf("BucketKeyEnabled")
                .map(text -> text.trim().equals("true"))
                .orElse(false);
        BucketEncryption before = request.store().encryption(request.bucketName());
        boolean blocks = rule.child("BlockedEncryptionTypes")
                .map(types -> types.all("EncryptionType").stream()
                        .anyMatch(type -> type.text().trim().equals("SSE-C")))
                .orElse(before.blocksCustomerKeys());
        Optional<XmlElement> apply = rule.child("ApplyServerSideEncryptionByDefault");
        if (apply.isEmpty() && rule.child("BlockedEncryptionTypes").isEmpty()) {
            throw ErrorCode.MalformedXML.error();
        }
        EncryptionAlgorithm algorithm = apply.map(element -> algorithm(element.required("SSEAlgorithm")))
                .orElse(before.algorithm());
        Optional<String> key = apply.flatMap(element -> element.textOf("KMSMasterKeyID"))
                .map(String::trim)
                .filter(text -> !text.isEmpty());
        if (key.isPresent() && !algorithm.usesKeyService()) {
            throw ErrorCode.InvalidArgument.error(
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse");
        }
        request.store().putEncryption(request.bucketName(), new BucketEncryption(algorithm, key, bucketKey, blocks));
        request.respond(200);
    }

    private static EncryptionAlgorithm algorithm(String name) {
        return switch (name) {
            case "AES256" -> EncryptionAlgorithm.SSE_S3;
            case "aws:kms" -> EncryptionAlgorithm.SSE_KMS;
            case "aws:kms:dsse" -> EncryptionAlgorithm.DSSE_KMS;
            default -> throw ErrorCode.MalformedXML.error();
        };
    }

    /// *DeleteBucketEncryption*.
    void deleteEncryption(S3Request request) throws IOException {
        request.store().deleteEncryption(request.bucketName());
        request.respond(204);
    }

    // --- object lock

    /// *GetObjectLockConfiguration*.
    void getObjectLock(S3Request request) throws IOException {
        ObjectLockConfiguration configuration = request.store().objectLock(request.bucketName());
        XmlWriter xml = XmlWriter.root("ObjectLockConfiguration").element("ObjectLockEnabled", "Enabled");
        configuration.defaultRetention().ifPresent(retention -> {
            xml.open("Rule")
                    .open("DefaultRetention")
                    .element("Mode", retention.mode().name());
            if (retention.period().getYears() > 0) {
                xml.element("Years", retention.period().getYears());
            } else {
                xml.element("Days", retention.period().get(ChronoUnit.DAYS));
            }
            xml.close("DefaultRetention").close("Rule");
        });
        request.respond(xml.close("ObjectLockConfiguration"));
    }

    /// *PutObjectLockConfiguration*.
    void putObjectLock(S3Request request) throws IOException {
        XmlElement root = request.xml("ObjectLockConfiguration");
        if (!root.textOf("ObjectLockEnabled").map(String::trim).orElse("").equals("Enabled")) {
            throw ErrorCode.MalformedXML.error();
        }
        ObjectLockConfiguration configuration = ObjectLockConfiguration.WITHOUT_DEFAULT;
        Optional<XmlElement> rule = root.child("Rule");
        if (rule.isPresent()) {
            XmlElement retention = rule.get().child("DefaultRetention").orElseThrow(ErrorCode.MalformedXML::error);
            RetentionMode mode = ObjectHeaders.mode(retention.required("Mode"), ErrorCode.MalformedXML::error);
            Optional<String> days = retention.textOf("Days");
            Optional<String> years = retention.textOf("Years");
            if (days.isPresent() == years.isPresent()) {
                throw ErrorCode.MalformedXML.error();
            }
            configuration = new ObjectLockConfiguration(Optional.of(new ObjectLockConfiguration.DefaultRetention(
                    mode, days.isPresent() ? Period.ofDays(count(days.get())) : Period.ofYears(count(years.get())))));
        }
        request.store().putObjectLock(request.bucketName(), configuration);
        request.respond(200);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text.trim());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw ErrorCode.MalformedXML.error();
        }
        throw ErrorCode.InvalidRetentionPeriod.error("Default retention period must be a positive integer value.");
    }

    // --- access log

    /// *GetBucketLogging*.
    void getLogging(S3Request request) throws IOException {
        Optional<LoggingConfiguration> logging = request.store().logging(request.bucketName());
        XmlWriter xml = XmlWriter.root("BucketLoggingStatus");
        logging.ifPresent(configuration -> xml.raw(configuration.document()));
        request.respond(xml.close("BucketLoggingStatus"));
    }

    /// *PutBucketLogging*.
    void putLogging(S3Request request) throws IOException {
        XmlElement root = request.xml("BucketLoggingStatus");
        Optional<XmlElement> enabled = root.child("LoggingEnabled");
        if (enabled.isEmpty()) {
            request.store().putLogging(request.bucketName(), Optional.empty());
            request.respond(200);
            return;
        }
        String target = enabled.get().required("TargetBucket");
        Bucket bucket = request.store()
                .findBucket(target)
                .orElseThrow(() -> ErrorCode.InvalidTargetBucketForLogging.error(
                                "The target bucket for logging does not exist")
                        .with("TargetBucket", target));
        if (!bucket.owner().canonicalId().equals(request.bucket().owner().canonicalId())) {
            throw ErrorCode.InvalidTargetBucketForLogging.error(
                            "The owner for the bucket to be logged and the target bucket must be the same.")
                    .with("TargetBucket", target);
        }
        if (!bucket.region().equals(request.bucket().region())) {
            throw ErrorCode.CrossLocationLoggingProhibited.error();
        }
        request.store()
                .putLogging(
                        request.bucketName(),
                        Optional.of(new LoggingConfiguration(
                                target,
                                enabled.get().textOf("TargetPrefix").orElse(""),
                                enabled.get().xml())));
        request.respond(200);
    }
}
