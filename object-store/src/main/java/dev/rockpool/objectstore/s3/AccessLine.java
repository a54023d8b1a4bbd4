package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.Owner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The line of one request in the access log of its bucket: what is learnt of the request on its way is kept here, and
/// put in the log's format when the answer was given, if the bucket has a log at all.
///
/// Source: S3 user guide, *Amazon S3 server access log format*. What nobody knows here is a hyphen: the access point
/// and, of most requests, the size of the object.
final class AccessLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String NONE = "-";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final S3Services services;
    private final Exchange exchange;
    private final long began = System.nanoTime();
    private Optional<Operation> operation = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private Optional<S3Request> request = Optional.empty();
    private Optional<String> code = Optional.empty();

    AccessLine(S3Services services, Exchange exchange) {
        this.services = services;
        this.exchange = exchange;
    }

    /// What the request is about.
    void names(Operation asked, Target of) {
        operation = Optional.of(asked);
        target = Optional.of(of);
    }

    /// Whose request it is.
    void sentBy(S3Request known) {
        request = Optional.of(known);
    }

    /// Why it was refused.
    void refused(String wireCode) {
        code = Optional.of(wireCode);
    }

    /// Notes the line, if the bucket has a log.
    void note() {
        target.flatMap(Target::bucket).ifPresent(bucket -> services.store().logAccess(bucket, () -> line(bucket)));
    }

    private String line(String bucket) {
        long millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
        long sent = exchange.sentBytes();
        Optional<S3Request.SignedPart> signed = request.flatMap(known -> known.signed);
        String owner = services.store()
                .findBucket(bucket)
                .map(Bucket::owner)
                .map(Owner::canonicalId)
                .orElse(NONE);
        return String.join(
                " ",
                List.of(
                        owner,
                        bucket,
                        TIME.format(
                                Instant.ofEpochMilli(services.settings().wall().millis())),
                        exchange.remoteAddress(),
                        request.filter(known -> !known.caller.isAnonymous())
                                .map(known -> known.caller.arn())
                                .orElse(NONE),
                        exchange.requestId(),
                        operation.map(Operation::logName).orElse(NONE),
                        target.flatMap(Target::key).map(AccessLine::key).orElse(NONE),
                        quoted(exchange.method() + " " + uri() + " " + exchange.protocol()),
                        Integer.toString(exchange.status()),
                        code.orElse(NONE),
                        sent == 0 ? NONE : Long.toString(sent),
                        size(),
                        Long.toString(millis),
                        Long.toString(millis),
                        exchange.header("Referer").map(AccessLine::quoted).orElse(NONE),
                        exchange.header("User-Agent").map(AccessLine::quoted).orElse(NONE),
                        request.flatMap(known -> known.query.nonEmpty("versionId"))
                                .map(AccessLine::key)
                                .orElse(NONE),
                        exchange.requestId(),
                        signed.isPresent() ? "SigV4" : NONE,
                        NONE,
                        signed.map(part -> part.presigned() ? "QueryString" : "AuthHeader")
                                .orElse(NONE),
                        key(exchange.authority()),
                        NONE,
                        NONE,
                        NONE));
    }

    private String uri() {
        return exchange.query().isEmpty() ? exchange.path() : exchange.path() + "?" + exchange.query();
    }

    private String size() {
        OptionalLong bytes =
                operation.filter(asked -> asked == Operation.PutObject).isPresent()
                        ? OptionalLong.of(exchange.header("x-amz-decoded-content-length")
                                .flatMap(AccessLine::number)
                                .orElse(exchange.contentLength()))
                        : OptionalLong.empty();
        return bytes.isPresent() && bytes.getAsLong() >= 0 ? Long.toString(bytes.getAsLong()) : NONE;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String key(String key) {
        return Percent.encode(key);
    }

    private static String quoted(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            plain.append(c == '"' || c < ' ' || c == 0x7f ? '?' : c);
        }
        return plain.append('"').toString();
    }
}
