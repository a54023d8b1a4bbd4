package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.BodyChecks;
import dev.rockpool.objectstore.Checksum;
import dev.rockpool.objectstore.ChecksumAlgorithm;
import dev.rockpool.objectstore.ChecksumType;
import dev.rockpool.objectstore.checksum.Crc64Nvme;
import dev.rockpool.objectstore.checksum.XxHash3;
import dev.rockpool.objectstore.checksum.XxHash64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Checksums as headers and trailers carry them (user guide, *Checking object integrity*).
final class Checksums {
    private static final String PREFIX = "x-amz-checksum-";
    private static final List<ChecksumAlgorithm> ALGORITHMS = List.of(ChecksumAlgorithm.values());

    private Checksums() {}

    /// The header that carries values of an algorithm.
    static String header(ChecksumAlgorithm algorithm) {
        return PREFIX + algorithm.name().toLowerCase(Locale.ROOT);
    }

    /// The XML element that carries values of an algorithm.
    static String element(ChecksumAlgorithm algorithm) {
        return "Checksum" + algorithm.name();
    }

    /// The algorithm of that name.
    ///
    /// @throws S3Error `InvalidRequest` if nobody knows it
    static ChecksumAlgorithm named(String name) {
        for (ChecksumAlgorithm algorithm : ALGORITHMS) {
            if (algorithm.name().equalsIgnoreCase(name)) {
                return algorithm;
            }
        }
        throw ErrorCode.InvalidRequest.error("Checksum algorithm provided is unsupported. Please try again with any of"
                + " the valid types: " + ALGORITHMS);
    }

    /// What a request says of its body: `Content-MD5`, one checksum in a header or in the trailer.
    ///
    /// @throws S3Error `InvalidDigest`, `InvalidRequest`
    static BodyChecks of(S3Request request) {
        Optional<String> md5 = contentMd5(request);
        Optional<Checksum> value = inHeader(request);
        if (value.isPresent()) {
            String expected = value.get().value();
            return new BodyChecks(md5, Optional.of(value.get().algorithm()), () -> Optional.of(expected));
        }
        Optional<ChecksumAlgorithm> trailing = inTrailer(request);
        if (trailing.isPresent()) {
            ChecksumAlgorithm algorithm = trailing.get();
            return new BodyChecks(md5, trailing, () -> Optional.of(trailer(request, algorithm)));
        }
        Optional<String> named = request.nonEmpty("x-amz-sdk-checksum-algorithm");
        if (named.isPresent()) {
            named(named.get());
            if (!request.isChunked()
                    && request.exchange.header("x-amz-content-sha256").isPresent()) {
                throw ErrorCode.InvalidRequest.error("x-amz-sdk-checksum-algorithm specified, but no corresponding"
                        + " x-amz-checksum-* or x-amz-trailer headers were found.");
            }
        }
        return md5.isEmpty() ? BodyChecks.NONE : new BodyChecks(md5, Optional.empty(), Optional::empty);
    }

    /// Holds that a request says what its body is, where the API demands it: of *DeleteObjects*, of some documents, and
    /// of an object with a lock.
    ///
    /// @throws S3Error `InvalidRequest` with neither `Content-MD5` nor a checksum
    static void require(S3Request request) {
        boolean isGiven = request.header("Content-MD5").isPresent()
                || inTrailer(request).isPresent()
                || ALGORITHMS.stream()
                        .anyMatch(algorithm -> request.header(header(algorithm)).isPresent());
        if (!isGiven) {
            throw ErrorCode.InvalidRequest.error(
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    private static String trailer(S3Request request, ChecksumAlgorithm algorithm) {
        String value = request.trailer(header(algorithm))
                .orElseThrow(() -> ErrorCode.InvalidRequest.error(
                        "The trailer that x-amz-trailer announced did not come: " + header(algorithm)));
        return checked(algorithm, value);
    }

    /// The checksum that a header of the request carries.
    ///
    /// @throws S3Error `InvalidRequest` if there are several, or it is no value of its algorithm
    static Optional<Checksum> inHeader(S3Request request) {
        Optional<Checksum> found = Optional.empty();
        for (ChecksumAlgorithm algorithm : ALGORITHMS) {
            Optional<String> value = request.header(header(algorithm));
            if (value.isPresent()) {
                if (found.isPresent()) {
                    throw ErrorCode.InvalidRequest.error(
                            "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
                }
                found = Optional.of(new Checksum(algorithm, ChecksumType.FULL_OBJECT, checked(algorithm, value.get())));
            }
        }
        return found;
    }

    private static Optional<ChecksumAlgorithm> inTrailer(S3Request request) {
        for (String name : request.list("x-amz-trailer")) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                for (ChecksumAlgorithm algorithm : ALGORITHMS) {
                    if (header(algorithm).equals(lower)) {
                        return Optional.of(algorithm);
                    }
                }
            }
            throw ErrorCode.InvalidRequest.error("The value specified in the x-amz-trailer header is not supported");
        }
        return Optional.empty();
    }

    /// The value, if it is one of the algorithm; any other cannot be the body's.
    ///
    /// @throws S3Error `BadDigest`
    static String checked(ChecksumAlgorithm algorithm, String value) {
        try {
            String plain = value.trim();
            if (Base64.getDecoder().decode(plain).length == algorithm.bytes()) {
                return plain;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw ErrorCode.BadDigest.error(
                "The value of " + header(algorithm) + " is none that a " + algorithm.name() + " checksum has.");
    }

    private static Optional<String> contentMd5(S3Request request) {
        Optional<String> value = request.header("Content-MD5");
        if (value.isPresent()) {
            try {
                if (Base64.getDecoder().decode(value.get()).length == 16) {
                    return value;
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            throw ErrorCode.InvalidDigest.error().with("Content-MD5", value.get());
        }
        return Optional.empty();
    }

    /// Holds a document against what the request says of it.
    ///
    /// @throws S3Error `BadDigest`, `InvalidDigest`, `InvalidRequest`
    static void verifyDocument(S3Request request, byte[] document) {
        BodyChecks checks = of(request);
        if (checks.contentMd5().isPresent()) {
            String computed = Base64.getEncoder().encodeToString(Digests.md5().digest(document));
            if (!computed.equals(checks.contentMd5().get())) {
                throw ErrorCode.BadDigest.error()
                        .with("ExpectedDigest", checks.contentMd5().get())
                        .with("CalculatedDigest", computed);
            }
        }
        Optional<String> expected = checks.expected().get();
        if (checks.algorithm().isPresent() && expected.isPresent()) {
            ChecksumAlgorithm algorithm = checks.algorithm().get();
            byte[] given = Base64.getDecoder().decode(expected.get());
            if (!Arrays.equals(given, compute(algorithm, document))) {
                throw ErrorCode.BadDigest.error(
                        "The " + algorithm.name() + " you specified did not match the calculated checksum.");
            }
        }
    }

    private static byte[] compute(ChecksumAlgorithm algorithm, byte[] document) {
        return switch (algorithm) {
            case CRC32 -> cyclic(new CRC32(), 4, document);
            case CRC32C -> cyclic(new CRC32C(), 4, document);
            case CRC64NVME -> cyclic(new Crc64Nvme(), 8, document);
            case SHA1 -> Digests.sha1().digest(document);
            case SHA256 -> Digests.sha256().digest(document);
            case SHA512 -> Digests.sha512().digest(document);
            case MD5 -> Digests.md5().digest(document);
            case XXHASH64 -> new XxHash64().digest(document);
            case XXHASH3 -> new XxHash3(64).digest(document);
            case XXHASH128 -> new XxHash3(128).digest(document);
        };
    }

    private static byte[] cyclic(java.util.zip.Checksum checksum, int bytes, byte[] document) {
        checksum.update(document, 0, document.length);
        byte[] value = ByteBuffer.allocate(8).putLong(checksum.getValue()).array();
        return Arrays.copyOfRange(value, 8 - bytes, 8);
    }

    /// Puts a checksum and its type into the answer's header.
    static void write(S3Request request, Checksum checksum) {
        request.exchange.set(header(checksum.algorithm()), checksum.value());
        request.exchange.set("x-amz-checksum-type", checksum.type().name());
    }

    /// Puts a checksum and its type into a document.
    static void write(XmlWriter xml, Checksum checksum) {
        xml.element(element(checksum.algorithm()), checksum.value());
    }
}
