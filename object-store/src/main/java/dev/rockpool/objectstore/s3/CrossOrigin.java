package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Cross-origin resource sharing: what web pages of other origins may do, by the rules of each bucket (user
/// guide, *Using cross-origin resource sharing*). Without a rule they may nothing.
final class CrossOrigin {
    /// The fields that a refusal keeps.
    static final Set<String> HEADERS = Set.of(
            "access-control-allow-origin",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-allow-credentials",
            "access-control-expose-headers",
            "access-control-max-age",
            "vary");

    /// Answers `OPTIONS`, which nobody signs.
    ///
    /// @throws S3Error `BadRequest` if it is no preflight, `AccessForbidden` if no rule allows it
    void preflight(ObjectStore store, Exchange exchange, Target target) throws IOException {
        Optional<String> origin = exchange.header("Origin");
        Optional<String> method = exchange.header("Access-Control-Request-Method");
        if (origin.isEmpty() || origin.get().isBlank()) {
            throw ErrorCode.BadRequest.error("Insufficient information. Origin request header needed.");
        }
        if (method.isEmpty() || method.get().isBlank()) {
            throw ErrorCode.BadRequest.error("Invalid Access-Control-Request-Method: null");
        }
        List<String> wanted = new ArrayList<>();
        exchange.header("Access-Control-Request-Headers").ifPresent(names -> {
            for (String name : names.split(",", -1)) {
                if (!name.isBlank()) {
                    wanted.add(name.trim().toLowerCase(Locale.ROOT));
                }
            }
        });
        Optional<XmlElement> rule = rules(store, target).flatMap(all -> find(all, origin.get(), method.get(), wanted));
        if (rule.isEmpty()) {
            throw ErrorCode.AccessForbidden.error()
                    .with("Method", method.get())
                    .with("ResourceType", target.key().isPresent() ? "OBJECT" : "BUCKET");
        }
        allow(exchange, rule.get(), origin.get());
        if (!wanted.isEmpty()) {
            exchange.set("Access-Control-Allow-Headers", String.join(", ", wanted));
        }
        rule.get().textOf("MaxAgeSeconds").ifPresent(age -> exchange.set("Access-Control-Max-Age", age.trim()));
        exchange.respond(200);
    }

    /// Lets a web page read the answer of an actual request, if a rule of the bucket says so.
    void actual(ObjectStore store, Exchange exchange, Target target) {
        Optional<String> origin = exchange.header("Origin");
        if (origin.isEmpty() || origin.get().isBlank()) {
            return;
        }
        String method = exchange.header("Access-Control-Request-Method").orElse(exchange.method());
        rules(store, target)
                .flatMap(all -> find(all, origin.get(), method, List.of()))
                .ifPresent(rule -> allow(exchange, rule, origin.get()));
    }

    private static void allow(Exchange exchange, XmlElement rule, String origin) {
        boolean anyOrigin = rule.all("AllowedOrigin").stream()
                .anyMatch(allowed -> allowed.text().trim().equals("*"));
        exchange.set("Access-Control-Allow-Origin", anyOrigin ? "*" : origin);
        exchange.set("Access-Control-Allow-Methods", joined(rule, "AllowedMethod"));
        String exposed = joined(rule, "ExposeHeader");
        if (!exposed.isEmpty()) {
            exchange.set("Access-Control-Expose-Headers", exposed);
        }
        if (!anyOrigin) {
            exchange.set("Access-Control-Allow-Credentials", "true");
        }
        exchange.set("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }

    private static String joined(XmlElement rule, String name) {
        return String.join(
                ", ", rule.all(name).stream().map(value -> value.text().trim()).toList());
    }

    private static Optional<XmlElement> rules(ObjectStore store, Target target) {
        return target.bucket()
                .flatMap(store::findBucket)
                .flatMap(bucket -> store.document(bucket.name(), BucketDocument.CORS))
                .map(text -> XmlElement.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<XmlElement> find(XmlElement rules, String origin, String method, List<String> headers) {
        for (XmlElement rule : rules.all("CORSRule")) {
            boolean matches = rule.all("AllowedMethod").stream()
                            .anyMatch(allowed -> allowed.text().trim().equals(method))
                    && rule.all("AllowedOrigin").stream()
                            .anyMatch(allowed -> matches(allowed.text().trim(), origin))
                    && headers.stream()
                            .allMatch(header -> rule.all("AllowedHeader").stream()
                                    .anyMatch(allowed ->
                                            matches(allowed.text().trim().toLowerCase(Locale.ROOT), header)));
            if (matches) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /// Whether `pattern`, with one star at the most, is `text`.
    private static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        String tail = pattern.substring(star + 1);
        return text.length() >= pattern.length() - 1
                && text.startsWith(pattern.substring(0, star))
                && text.endsWith(tail);
    }
}
