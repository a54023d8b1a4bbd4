package dev.rockpool.simulators.access;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *access*.
final class AccessCodec implements ScenarioCodec<AccessScenario> {
    static final long MOST_REQUESTS = 1_000_000_000_000L;
    static final long LARGEST = 10_000L * (5L << 30);
    static final int MOST_ZONES = 6;
    static final int MOST_SERVICES = 50;

    private static final int HUNDRED = 100;
    private static final List<String> FIELDS = List.of(
            "asker",
            "act",
            "target",
            "tls",
            "team",
            "objectTag",
            "identityPolicy",
            "bucketPolicy",
            "endpointPolicy",
            "boundary",
            "sessionPolicy",
            "publicBlocked",
            "route",
            "broken",
            "recreated",
            "zones",
            "doors",
            "services",
            "region",
            "requests",
            "objectBytes",
            "outsidePercent",
            "plainPercent",
            "otherTagPercent",
            "seed");

    private final AccessScenario standard;

    AccessCodec(AccessScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(AccessScenario scenario) {
        ObjectNode json = LabJson.object();
        Asking asking = scenario.asking();
        json.put("asker", Word.of(asking.asker()));
        json.put("act", Word.of(asking.act()));
        json.put("target", Word.of(asking.target()));
        json.put("tls", asking.tls());
        json.put("team", Word.of(asking.team()));
        json.put("objectTag", Word.of(asking.objectTag()));
        Rules rules = scenario.rules();
        json.put("identityPolicy", Word.of(rules.identity()));
        json.put("bucketPolicy", Word.of(rules.bucket()));
        json.put("endpointPolicy", Word.of(rules.endpoint()));
        json.put("boundary", Word.of(rules.boundary()));
        json.put("sessionPolicy", Word.of(rules.session()));
        json.put("publicBlocked", rules.publicBlocked());
        Network network = scenario.network();
        json.put("route", Word.of(network.route()));
        json.put("broken", network.broken());
        json.put("recreated", network.recreated());
        json.put("zones", network.zones());
        json.put("doors", network.doors());
        json.put("services", network.services());
        json.put("region", network.region());
        Traffic traffic = scenario.traffic();
        json.put("requests", traffic.requests());
        json.put("objectBytes", traffic.objectBytes());
        json.put("outsidePercent", traffic.outsidePercent());
        json.put("plainPercent", traffic.plainPercent());
        json.put("otherTagPercent", traffic.otherTagPercent());
        json.put("seed", scenario.seed());
        return json;
    }

    @Override
    public AccessScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        AccessScenario scenario = new AccessScenario(
                asking(fields, standard.asking()),
                rules(fields, standard.rules()),
                network(fields, standard.network()),
                traffic(fields, standard.traffic()),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed()));
        check(scenario);
        return scenario;
    }

    private static Asking asking(JsonFields fields, Asking absent) {
        return new Asking(
                choice(fields, "asker", Asker.class, absent.asker()),
                choice(fields, "act", Act.class, absent.act()),
                choice(fields, "target", Target.class, absent.target()),
                fields.truth("tls", absent.tls()),
                choice(fields, "team", Team.class, absent.team()),
                choice(fields, "objectTag", ObjectTag.class, absent.objectTag()));
    }

    private static Rules rules(JsonFields fields, Rules absent) {
        return new Rules(
                choice(fields, "identityPolicy", IdentityPolicy.class, absent.identity()),
                choice(fields, "bucketPolicy", BucketPolicy.class, absent.bucket()),
                choice(fields, "endpointPolicy", EndpointPolicy.class, absent.endpoint()),
                choice(fields, "boundary", LimitPolicy.class, absent.boundary()),
                choice(fields, "sessionPolicy", LimitPolicy.class, absent.session()),
                fields.truth("publicBlocked", absent.publicBlocked()));
    }

    private static Network network(JsonFields fields, Network absent) {
        return new Network(
                choice(fields, "route", Route.class, absent.route()),
                fields.truth("broken", absent.broken()),
                fields.truth("recreated", absent.recreated()),
                (int) fields.whole("zones", 1, MOST_ZONES, absent.zones()),
                (int) fields.whole("doors", 1, MOST_ZONES, absent.doors()),
                (int) fields.whole("services", 1, MOST_SERVICES, absent.services()),
                fields.has("region") ? fields.text("region") : absent.region());
    }

    private static Traffic traffic(JsonFields fields, Traffic absent) {
        return new Traffic(
                fields.whole("requests", 0, MOST_REQUESTS, absent.requests()),
                fields.whole("objectBytes", 1, LARGEST, absent.objectBytes()),
                (int) fields.whole("outsidePercent", 0, HUNDRED, absent.outsidePercent()),
                (int) fields.whole("plainPercent", 0, HUNDRED, absent.plainPercent()),
                (int) fields.whole("otherTagPercent", 0, HUNDRED, absent.otherTagPercent()));
    }

    private static <E extends Enum<E>> E choice(JsonFields fields, String name, Class<E> kind, E absent) {
        return Word.read(kind, fields.word(name, Word.all(kind), Optional.of(Word.of(absent))));
    }

    /// Refuses what cannot be billed.
    ///
    /// @throws dev.rockpool.kernel.InputException if a price is not known in the region
    static void check(AccessScenario scenario) {
        AccessBills.comparison(scenario.network());
        AccessBills.monthly(scenario, MonthForecast.of(scenario));
    }
}
