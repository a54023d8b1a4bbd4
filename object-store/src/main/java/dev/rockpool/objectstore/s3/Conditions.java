package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.ReadCondition;
import dev.rockpool.objectstore.WriteCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conditional requests: `If-Match` and its kin.
final class Conditions {
    private Conditions() {}

    /// The condition of a read.
    ///
    /// @param prefix empty, or that of a copy's source
    static ReadCondition reading(S3Request request, String prefix) {
        List<String> match = etags(request.header(prefix + "if-match"));
        List<String> noneMatch = etags(request.header(prefix + "if-none-match"));
        Optional<Instant> modified =
                request.header(prefix + "if-modified-since").flatMap(Times::parseHttp);
        Optional<Instant> unmodified =
                request.header(prefix + "if-unmodified-since").flatMap(Times::parseHttp);
        if (match.isEmpty() && noneMatch.isEmpty() && modified.isEmpty() && unmodified.isEmpty()) {
            return ReadCondition.NONE;
        }
        return new ReadCondition(match, noneMatch, modified, unmodified);
    }

    /// The condition of a write.
    ///
    /// @throws S3Error `NotImplemented` for what the service does not take: an ETag that must not match, unless the
    ///     defaults are those of 2022, where RFC 9110 (section 13.1.2) counts
    static WriteCondition writing(S3Request request) {
        Optional<String> match = request.nonEmpty("If-Match").map(Conditions::unquoted);
        Optional<String> noneMatch = request.nonEmpty("If-None-Match").map(Conditions::unquoted);
        if (noneMatch.isPresent()
                && !noneMatch.get().equals("*")
                && request.services.settings().defaults() == S3Settings.BucketDefaults.CURRENT) {
            throw notImplemented("If-None-Match");
        }
        if (match.isPresent() && noneMatch.isPresent()) {
            throw notImplemented("If-None-Match");
        }
        if (match.isEmpty() && noneMatch.isEmpty()) {
            return WriteCondition.NONE;
        }
        return new WriteCondition(match, noneMatch);
    }

    private static S3Error notImplemented(String header) {
        return ErrorCode.NotImplemented.error("A header you provided implies functionality that is not implemented")
                .with("Header", header);
    }

    private static List<String> etags(Optional<String> header) {
        if (header.isEmpty() || header.get().isEmpty()) {
            return List.of();
        }
        List<String> etags = new ArrayList<>(1);
        for (String etag : header.get().split(",", -1)) {
            String plain = unquoted(etag.trim());
            if (!plain.isEmpty()) {
                etags.add(plain);
            }
        }
        return etags;
    }

    /// An ETag without its quotes and its mark of weakness.
    static String unquoted(String etag) {
        String plain = etag.startsWith("W/") ? etag.substring(2) : etag;
        return plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}
