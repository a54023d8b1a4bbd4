package dev.rockpool.platform.serve;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.gateway.Exchange;
import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.platform.EventCost;
import dev.rockpool.platform.EventLog;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformBill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The control routes below `/_rockpool/`: the clock, the bill, the events and the branches of a platform,
/// as JSON, for who has its token.
final class ControlEndpoint implements HttpHandler {
    private static final String ROOT = "/_rockpool/";
    private static final String BEARER = "Bearer ";
    private static final int MOST_BODY_BYTES = 64 * 1024;
    private static final int MOST_EVENTS = 10_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Supplier<Platform> platforms;
    private final Optional<BranchRoutes> branches;
    private final PriceBook prices;
    private final byte[] token;

    /// @param platforms the platform that is served now
    /// @param servers of its branches; a branch has none
    ControlEndpoint(Supplier<Platform> platforms, Optional<BranchServers> servers, PriceBook prices, String token) {
        this.platforms = platforms;
        this.branches = servers.map(all -> new BranchRoutes(all, prices));
        this.prices = prices;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        byte[] body = exchange.readBody(MOST_BODY_BYTES);
        if (!isKnown(exchange)) {
            exchange.set("WWW-Authenticate", "Bearer");
            refuse(
                    exchange,
                    401,
                    "Send the header Authorization: Bearer TOKEN; the token stands in the file admin-token"
                            + " of the data directory.");
            return;
        }
        Platform platform = platforms.get();
        String path = exchange.path().substring(ROOT.length());
        if (path.equals("branches") || path.startsWith("branches/")) {
            branches(exchange, path, body);
            return;
        }
        String route = exchange.method() + " " + path;
        switch (route) {
            case "GET clock" -> exchange.set("Content-Type", "application/json").respond(200, bytes(clock(platform)));
            case "POST clock" -> moveClock(platform, exchange, body);
            case "GET bill" -> bill(platform, exchange);
            case "GET events" -> events(platform, exchange);
            default ->
                refuse(
                        exchange,
                        404,
                        "There is no " + route + ": there are GET clock, POST clock, GET bill,"
                                + " GET events and branches below " + ROOT + ".");
        }
    }

    private void branches(Exchange exchange, String path, byte[] body) throws IOException {
        if (branches.isEmpty()) {
            refuse(exchange, 409, "This is a branch; branches are made of the platform that it left.");
            return;
        }
        try {
            BranchRoutes.Answer answer = branches.get().answer(exchange.method(), path, exchange.query(), body);
            exchange.set("Content-Type", answer.type()).respond(answer.status(), answer.body());
        } catch (JacksonException _) {
            refuse(exchange, 400, "The body is no JSON; send {\"name\":\"NAME\",\"clockSpeed\":0}.");
        } catch (InputException fault) {
            refuse(exchange, BranchRoutes.status(fault), fault.sentence());
        } catch (EnvironmentException failure) {
            refuse(exchange, 500, failure.sentence());
        }
    }

    private boolean isKnown(Exchange exchange) {
        return exchange.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8))
                .filter(given -> MessageDigest.isEqual(given, token))
                .isPresent();
    }

    private ObjectNode clock(Platform platform) {
        return json.createObjectNode()
                .put("now", platform.clock().instant().toString())
                .put("real", platform.clock().isReal())
                .put("speed", platform.clock().speed());
    }

    private void moveClock(Platform platform, Exchange exchange, byte[] body) throws IOException {
        if (platform.clock().isReal()) {
            refuse(
                    exchange,
                    409,
                    "This platform goes by the real clock, and its time is never moved: data in it could"
                            + " expire. Make a branch with POST branches and move the time there.");
            return;
        }
        try {
            Instant target = target(platform, json.readTree(body));
            Instant now = platform.advanceTo(target);
            exchange.set("Content-Type", "application/json")
                    .respond(200, bytes(json.createObjectNode().put("now", now.toString())));
        } catch (JacksonException _) {
            refuse(
                    exchange,
                    400,
                    "The body is no JSON; send {\"advance\":\"P30D\"} or {\"to\":\"2027-01-01T00:00:00Z\"}.");
        } catch (InputException fault) {
            refuse(exchange, 400, fault.sentence());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException fault) {
            refuse(exchange, 400, "The clock cannot be moved so: " + fault.getMessage() + ".");
        }
    }

    private static Instant target(Platform platform, JsonNode request) {
        Optional<String> advance = text(request, "advance");
        Optional<String> to = text(request, "to");
        if (advance.isPresent() == to.isPresent()) {
            throw new InputException(
                    "control-clock", "Name either advance, such as P30D, or to, such as 2027-01-01T00:00:00Z.");
        }
        return to.map(Instant::parse).orElseGet(() -> after(platform.clock().instant(), advance.orElse("")));
    }

    /// The time after `step`, which is of days, hours, minutes and seconds, or of years, months, weeks and
    /// days.
    private static Instant after(Instant now, String step) {
        boolean isPeriod = step.matches("P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?") && step.length() > 1;
        if (isPeriod) {
            return now.atOffset(ZoneOffset.UTC).plus(Period.parse(step)).toInstant();
        }
        Duration duration = Duration.parse(step);
        if (duration.isNegative()) {
            throw new InputException("control-clock", "advance is zero or more, not " + step + ".");
        }
        return now.plus(duration);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private void bill(Platform platform, Exchange exchange) throws IOException {
        PlatformBill bill;
        try {
            bill = platform.bill(prices);
        } catch (InputException fault) {
            refuse(exchange, 500, fault.sentence());
            return;
        }
        ObjectNode answer = json.createObjectNode()
                .put("currency", bill.others().currency().getCurrencyCode())
                .put("from", bill.from().toString())
                .put("to", bill.to().toString());
        ArrayNode months = answer.putArray("storage");
        for (StorageMonth month : bill.storage()) {
            months.addObject().put("month", month.name()).set("bill", json.readTree(BillJson.line(month.bill())));
        }
        answer.set("others", json.readTree(BillJson.line(bill.others())));
        answer.put("total", bill.total().plain());
        ArrayNode notes = answer.putArray("notes");
        bill.notes("this platform").forEach(notes::add);
        exchange.set("Content-Type", "application/json").respond(200, bytes(answer));
    }

    private void events(Platform platform, Exchange exchange) throws IOException {
        long since = 0;
        String query = exchange.query();
        if (!query.isEmpty()) {
            if (!query.matches("since=\\d{1,18}")) {
                refuse(exchange, 400, "The query is since=N, the number of the last event that you have.");
                return;
            }
            since = Long.parseLong(query.substring("since=".length()));
        }
        ObjectNode answer = json.createObjectNode();
        ArrayNode events = answer.putArray("events");
        EventCost costs = new EventCost(prices, platform.meter().region());
        long last = since;
        for (EventLog.Entry entry : platform.events().since(since, MOST_EVENTS)) {
            ObjectNode event = events.addObject()
                    .put("number", entry.number())
                    .put("at", entry.at().toString())
                    .put("event", entry.name());
            entry.fields().forEach((name, value) -> event.set(name, json.valueToTree(value)));
            event.put("sentence", entry.sentence());
            costs.of(entry.event()).ifPresent(cost -> event.put("cost", cost.plain()));
            last = entry.number();
        }
        answer.put("last", last);
        exchange.set("Content-Type", "application/json").respond(200, bytes(answer));
    }

    private void refuse(Exchange exchange, int status, String sentence) throws IOException {
        exchange.set("Content-Type", "application/json")
                .respond(status, bytes(json.createObjectNode().put("error", sentence)));
    }

    private byte[] bytes(ObjectNode node) {
        return json.writeValueAsBytes(node);
    }
}
