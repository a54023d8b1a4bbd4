package dev.rockpool.objectstore.s3;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.EncryptionWish;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.Retention;
import dev.rockpool.objectstore.RetentionMode;
import dev.rockpool.objectstore.RuleDate;
import dev.rockpool.objectstore.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What an object has besides its bytes, as headers carry it.
final class ObjectHeaders {
    static final String META = "x-amz-meta-";
    private static final List<String> SYSTEM = List.of(
            "content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires");
    private static final Map<String, String> OVERRIDES = Map.of(
            "response-content-type", "Content-Type",
            "response-cache-control", "Cache-Control",
            "response-content-disposition", "Content-Disposition",
            "response-content-encoding", "Content-Encoding",
            "response-content-language", "Content-Language",
            "response-expires", "Expires");

    private ObjectHeaders() {}

    /// The object that a request describes.
    ///
    /// @throws S3Error for a header that makes no sense
    static NewObject read(S3Request request, Optional<String> acl, EncryptionWish encryption) {
        return new NewObject(
                systemMetadata(request),
                userMetadata(request),
                request.nonEmpty("x-amz-website-redirect-location"),
                storageClass(request.nonEmpty("x-amz-storage-class")),
                request.nonEmpty("x-amz-tagging").map(Tags::parseHeader).orElseGet(LinkedHashMap::new),
                acl,
                retention(request),
                legalHold(request),
                encryption);
    }

    /// @throws S3Error `InvalidStorageClass`
    static Optional<StorageClass> storageClass(Optional<String> name) {
        return name.map(text -> StorageClass.named(text).orElseThrow(ErrorCode.InvalidStorageClass::error));
    }

    private static SequencedMap<String, String> systemMetadata(S3Request request) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        for (String name : SYSTEM) {
            Optional<String> value = request.nonEmpty(name);
            if (name.equals("content-encoding")) {
                value = value.map(ObjectHeaders::withoutChunking).filter(text -> !text.isEmpty());
            }
            value.ifPresent(text -> metadata.put(name, text));
        }
        return metadata;
    }

    /// A `Content-Encoding` without `aws-chunked`, which is about the request.
    static String withoutChunking(String encoding) {
        if (!encoding.contains("aws-chunked")) {
            return encoding;
        }
        StringBuilder kept = new StringBuilder();
        for (String part : encoding.split(",", -1)) {
            if (!part.trim().equalsIgnoreCase("aws-chunked") && !part.isBlank()) {
                kept.append(kept.isEmpty() ? "" : ",").append(part.trim());
            }
        }
        return kept.toString();
    }

    private static SequencedMap<String, String> userMetadata(S3Request request) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        request.exchange.eachHeader((name, value) -> {
            if (name.regionMatches(true, 0, META, 0, META.length()) && name.length() > META.length()) {
                String key = name.substring(META.length()).toLowerCase(Locale.ROOT);
                metadata.merge(key, value.trim(), (before, more) -> before + "," + more);
            }
        });
        checkSize(metadata);
        return metadata;
    }

    /// @throws S3Error `MetadataTooLarge` if names and values have more than 2 KB
    static void checkSize(Map<String, String> metadata) {
        int size = 0;
        for (Map.Entry<String, String> field : metadata.entrySet()) {
            size += field.getKey().length() + field.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > 2048) {
            throw ErrorCode.MetadataTooLarge.error()
                    .with("Size", Integer.toString(size))
                    .with("MaxSizeAllowed", "2048");
        }
    }

    private static Optional<Retention> retention(S3Request request) {
        Optional<String> mode = request.nonEmpty("x-amz-object-lock-mode");
        Optional<String> until = request.nonEmpty("x-amz-object-lock-retain-until-date");
        if (mode.isEmpty() && until.isEmpty()) {
            return Optional.empty();
        }
        if (mode.isEmpty() || until.isEmpty()) {
            throw ErrorCode.InvalidArgument.error(
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must" + " both be supplied");
        }
        Instant date = Times.parseIso(until.get())
                .orElseThrow(() -> ErrorCode.InvalidArgument.error(
                                "The retain until date must be provided in ISO 8601 format")
                        .with("ArgumentName", "x-amz-object-lock-retain-until-date")
                        .with("ArgumentValue", until.get()));
        return Optional.of(new Retention(
                mode(mode.get(), () -> ErrorCode.InvalidArgument.error("Unknown wormMode directive.")), date));
    }

    /// The mode of that name.
    static RetentionMode mode(String name, java.util.function.Supplier<S3Error> otherwise) {
        return switch (name) {
            case "GOVERNANCE" -> RetentionMode.GOVERNANCE;
            case "COMPLIANCE" -> RetentionMode.COMPLIANCE;
            default -> throw otherwise.get();
        };
    }

    private static boolean legalHold(S3Request request) {
        Optional<String> hold = request.nonEmpty("x-amz-object-lock-legal-hold");
        if (hold.isPresent() && !hold.get().equals("ON") && !hold.get().equals("OFF")) {
            throw ErrorCode.InvalidArgument.error("Legal Hold must be either of 'ON' or 'OFF'");
        }
        return hold.orElse("").equals("ON");
    }

    /// Puts what reads tell of an object into the answer's header.
    static void write(S3Request request, StoredObject object, Optional<RuleDate> expiration) {
        var exchange = request.exchange;
        exchange.set("Last-Modified", Times.http(object.lastModified()));
        exchange.set("ETag", "\"" + object.etag() + "\"");
        exchange.set("Accept-Ranges", "bytes");
        boolean typed = false;
        for (Map.Entry<String, String> field : object.systemMetadata().entrySet()) {
            exchange.set(field.getKey(), field.getValue());
            typed |= field.getKey().equals("content-type");
        }
        if (!typed) {
            exchange.set("Content-Type", "binary/octet-stream");
        }
        for (Map.Entry<String, String> field : object.userMetadata().entrySet()) {
            exchange.add(META + field.getKey(), field.getValue());
        }
        if (object.storageClass() != StorageClass.STANDARD) {
            exchange.set("x-amz-storage-class", object.storageClass().name());
        }
        if (object.showsVersion()) {
            exchange.set("x-amz-version-id", object.versionId());
        }
        if (!object.tags().isEmpty()) {
            exchange.set("x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        object.websiteRedirect().ifPresent(location -> exchange.set("x-amz-website-redirect-location", location));
        object.retention().ifPresent(retention -> {
            exchange.set("x-amz-object-lock-mode", retention.mode().name());
            exchange.set("x-amz-object-lock-retain-until-date", Times.iso(retention.until()));
        });
        if (object.legalHold()) {
            exchange.set("x-amz-object-lock-legal-hold", "ON");
        }
        object.accessTier()
                .filter(tier -> tier.isArchive())
                .ifPresent(tier -> exchange.set("x-amz-archive-status", tier.name() + "_ACCESS"));
        object.restore()
                .ifPresent(restore -> exchange.set(
                        "x-amz-restore",
                        restore.ongoing()
                                ? "ongoing-request=\"true\""
                                : restore.expiry().equals(Instant.MAX)
                                        ? "ongoing-request=\"false\""
                                        : "ongoing-request=\"false\", expiry-date=\"" + Times.http(restore.expiry())
                                                + "\""));
        Encryption.write(exchange, object.encryption());
        writeExpiration(request, expiration);
    }

    /// Puts `x-amz-expiration` into the answer's header.
    static void writeExpiration(S3Request request, Optional<RuleDate> expiration) {
        expiration.ifPresent(date -> request.exchange.set(
                "x-amz-expiration",
                "expiry-date=\"" + Times.http(date.at()) + "\", rule-id=\"" + Percent.encode(date.rule()) + "\""));
    }

    /// Puts the query's `response-…` values in place of the object's own.
    ///
    /// @throws S3Error `InvalidRequest` if the request is not signed
    static void override(S3Request request) {
        for (String name : request.query.names()) {
            String header = OVERRIDES.get(name);
            if (header != null) {
                if (request.caller.isAnonymous()) {
                    throw ErrorCode.InvalidRequest.error(
                            "Request specific response headers cannot be used for anonymous GET requests.");
                }
                request.exchange.set(header, request.query.value(name));
            }
        }
    }
}
