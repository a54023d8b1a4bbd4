package dev.rockpool.platform.serve;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.ComparisonPage;
import dev.rockpool.platform.Platform;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The control routes `branches…`: docs/branches.md describes what they take and answer.
final class BranchRoutes {
    private static final String JSON_TYPE = "application/json";

    private final JsonMapper json = JsonMapper.builder().build();
    private final BranchServers servers;
    private final Branches branches;
    private final PriceBook prices;

    BranchRoutes(BranchServers servers, PriceBook prices) {
        this.servers = servers;
        this.branches = servers.branches();
        this.prices = prices;
    }

    /// What is answered.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, String type, byte[] body) {}

    /// Answers a request.
    ///
    /// @param path `branches`, `branches/NAME` or `branches/NAME/WHAT`
    /// @throws InputException if it is at fault
    Answer answer(String method, String path, String query, byte[] body) {
        String[] parts = path.split("/", -1);
        String name = parts.length > 1 ? parts[1] : "";
        String what = parts.length > 2 ? parts[2] : "";
        String route = parts.length > 3 ? "" : method + " " + parts.length + what;
        return switch (route) {
            case "GET 1" -> ok(200, list());
            case "POST 1" -> ok(201, take(json.readTree(body)));
            case "GET 2" -> ok(200, describe(branches.branch(name)));
            case "DELETE 2" -> {
                branches.discard(name);
                yield ok(200, json.createObjectNode().put("discarded", name));
            }
            case "POST 3keep" -> {
                Platform kept = branches.keep(name);
                yield ok(
                        200,
                        json.createObjectNode()
                                .put("kept", name)
                                .put("now", kept.clock().instant().toString()));
            }
            case "GET 3compare" -> compare(name, Query.of(query));
            default ->
                throw new InputException(
                        "branch-route",
                        "There are GET branches, POST branches, GET, DELETE and POST branches/NAME/keep, and GET"
                                + " branches/NAME/compare.");
        };
    }

    /// The status that a fault is answered with.
    static int status(InputException fault) {
        return switch (fault.code()) {
            case "branch-unknown", "branch-route" -> 404;
            case "branch-taken", "branch-limit" -> 409;
            default -> 400;
        };
    }

    /// What a comparison is asked for.
    ///
    /// @param with the other branch; empty for the origin
    /// @param object `BUCKET/KEY` whose lives are asked for
    /// @param isHtml whether it is to be a page
    private record Query(Optional<String> with, Optional<String> object, boolean isHtml) {
        static Query of(String query) {
            Map<String, String> fields = new HashMap<>();
            for (String pair : query.split("&", -1)) {
                int at = pair.indexOf('=');
                String field = at < 0 ? pair : pair.substring(0, at);
                String value = at < 0 ? "" : pair.substring(at + 1);
                if (!pair.isEmpty()) {
                    if (!Set.of("with", "object", "format").contains(field)) {
                        throw new InputException(
                                "branch-query",
                                "A comparison is asked for with, object and format, not " + Quote.of(field) + ".");
                    }
                    fields.put(field, decoded(value));
                }
            }
            String format = fields.getOrDefault("format", "json");
            if (!format.equals("json") && !format.equals("html")) {
                throw new InputException("branch-query", "format is json or html, not " + Quote.of(format) + ".");
            }
            return new Query(
                    Optional.ofNullable(fields.get("with")).filter(with -> !with.equals("origin")),
                    Optional.ofNullable(fields.get("object")),
                    format.equals("html"));
        }

        private static String decoded(String value) {
            try {
                return URLDecoder.decode(value, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException fault) {
                throw new InputException("branch-query", Quote.of(value) + " is not encoded as a query is.", fault);
            }
        }
    }

    private Answer compare(String name, Query query) {
        Comparison comparison = query.with()
                .map(other -> branches.compare(name, other, prices))
                .orElseGet(() -> branches.compare(name, prices));
        Optional<Comparison.Lives> lives = query.object().map(object -> {
            int slash = object.indexOf('/');
            if (slash < 1 || slash == object.length() - 1) {
                throw new InputException("branch-query", "object is BUCKET/KEY, not " + Quote.of(object) + ".");
            }
            return branches.lives(name, query.with(), object.substring(0, slash), object.substring(slash + 1));
        });
        if (query.isHtml()) {
            String page = new ComparisonPage(comparison, query.object().orElse(""), lives).html();
            return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        }
        return ok(200, new ComparisonJson(json).of(comparison, lives));
    }

    private ObjectNode list() {
        ObjectNode answer = json.createObjectNode();
        ArrayNode all = answer.putArray("branches");
        branches.all().forEach(branch -> all.add(describe(branch)));
        ArrayNode unusable = answer.putArray("unusable");
        branches.unusable()
                .forEach((name, why) -> unusable.addObject().put("name", name).put("error", why));
        return answer;
    }

    private ObjectNode take(JsonNode request) {
        JsonNode name = request.path("name");
        JsonNode speed = request.path("clockSpeed");
        if (!name.isString() || !(speed.isMissingNode() || speed.isIntegralNumber())) {
            throw new InputException(
                    "branch-name", "Name the branch, and if its clock is to run its speed: name and clockSpeed.");
        }
        return describe(branches.take(name.asString(), speed.asLong(0)));
    }

    private ObjectNode describe(Branch branch) {
        ObjectNode node = json.createObjectNode()
                .put("name", branch.name())
                .put("from", branch.from().toString())
                .put("now", branch.platform().clock().instant().toString())
                .put("clockSpeed", branch.platform().clock().speed())
                .put("total", branch.bill(prices).total().plain());
        ObjectNode addresses = node.putObject("addresses");
        SequencedMap<String, URI> served = servers.addresses(branch);
        for (Map.Entry<String, URI> address : served.entrySet()) {
            addresses.put(address.getKey(), address.getValue().toString());
        }
        return node;
    }

    private Answer ok(int status, ObjectNode node) {
        return new Answer(status, JSON_TYPE, json.writeValueAsBytes(node));
    }
}
