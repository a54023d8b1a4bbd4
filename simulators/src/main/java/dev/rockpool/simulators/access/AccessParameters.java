package dev.rockpool.simulators.access;

import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What a learner sets in the lab *access*: the way first, then the policies, then who asks for what, then
/// the month.
final class AccessParameters {
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "eu-central-1");
    private static final List<String> SWITCH = List.of("yes", "no");
    private static final double MOST_REQUESTS = 1e9;
    private static final double MIB = 1L << 20;
    private static final double MOST_MIB = 10_240;
    private static final double HUNDRED = 100;

    private final LabParts<AccessScenario, AccessResult> parts;
    private final List<Parameter<AccessScenario>> all = new ArrayList<>();

    private AccessParameters(LabParts<AccessScenario, AccessResult> parts) {
        this.parts = parts;
    }

    static List<Parameter<AccessScenario>> all(LabParts<AccessScenario, AccessResult> parts) {
        AccessParameters made = new AccessParameters(parts);
        made.way();
        made.policies();
        made.request();
        made.month();
        return List.copyOf(made.all);
    }

    private void way() {
        choice(
                "route",
                Route.class,
                scenario -> scenario.network().route(),
                (scenario, route) -> scenario.with(scenario.network().withRoute(route)),
                _ -> true);
        Predicate<AccessScenario> isZonal =
                scenario -> scenario.network().route().isZonal();
        slider(
                "zones",
                Unit.COUNT,
                1,
                AccessCodec.MOST_ZONES,
                scenario -> scenario.network().zones(),
                (scenario, value) -> scenario.with(scenario.network().withZones(whole(value))),
                scenario -> scenario.network().route().isZonal()
                        || scenario.network().route() == Route.INTERNET_GATEWAY);
        slider(
                "doors",
                Unit.COUNT,
                1,
                AccessCodec.MOST_ZONES,
                scenario -> scenario.network().doors(),
                (scenario, value) -> scenario.with(scenario.network().withDoors(whole(value))),
                isZonal);
        slider(
                "services",
                Unit.COUNT,
                1,
                AccessCodec.MOST_SERVICES,
                scenario -> scenario.network().services(),
                (scenario, value) -> scenario.with(scenario.network().withServices(whole(value))),
                isZonal);
        all.add(parts.choice(
                "region",
                REGIONS,
                scenario -> scenario.network().region(),
                (scenario, region) -> scenario.with(scenario.network().withRegion(region)),
                _ -> true));
    }

    private void policies() {
        Predicate<AccessScenario> hasPolicies =
                scenario -> scenario.asking().asker().hasPolicies();
        Predicate<AccessScenario> ofBucket =
                scenario -> scenario.asking().target().isBucket();
        choice(
                "bucketPolicy",
                BucketPolicy.class,
                scenario -> scenario.rules().bucket(),
                (scenario, policy) -> scenario.with(scenario.rules().withBucket(policy)),
                ofBucket);
        choice(
                "identityPolicy",
                IdentityPolicy.class,
                scenario -> scenario.rules().identity(),
                (scenario, policy) -> scenario.with(scenario.rules().withIdentity(policy)),
                hasPolicies);
        choice(
                "endpointPolicy",
                EndpointPolicy.class,
                scenario -> scenario.rules().endpoint(),
                (scenario, policy) -> scenario.with(scenario.rules().withEndpoint(policy)),
                scenario -> scenario.network().route().isEndpoint());
        choice(
                "boundary",
                LimitPolicy.class,
                scenario -> scenario.rules().boundary(),
                (scenario, policy) -> scenario.with(scenario.rules().withBoundary(policy)),
                hasPolicies);
        choice(
                "sessionPolicy",
                LimitPolicy.class,
                scenario -> scenario.rules().session(),
                (scenario, policy) -> scenario.with(scenario.rules().withSession(policy)),
                hasPolicies);
        onOff(
                "publicBlocked",
                scenario -> scenario.rules().publicBlocked(),
                (scenario, on) -> scenario.with(scenario.rules().withPublicBlocked(on)),
                ofBucket);
    }

    private void request() {
        choice(
                "asker",
                Asker.class,
                scenario -> scenario.asking().asker(),
                (scenario, asker) -> scenario.with(scenario.asking().withAsker(asker)),
                _ -> true);
        choice(
                "act",
                Act.class,
                scenario -> scenario.asking().act(),
                (scenario, act) -> scenario.with(scenario.asking().withAct(act)),
                _ -> true);
        choice(
                "target",
                Target.class,
                scenario -> scenario.asking().target(),
                (scenario, target) -> scenario.with(scenario.asking().withTarget(target)),
                _ -> true);
        onOff(
                "tls",
                scenario -> scenario.asking().tls(),
                (scenario, on) -> scenario.with(scenario.asking().withTls(on)),
                _ -> true);
        choice(
                "team",
                Team.class,
                scenario -> scenario.asking().team(),
                (scenario, team) -> scenario.with(scenario.asking().withTeam(team)),
                scenario -> scenario.asking().asker().hasPolicies());
        choice(
                "objectTag",
                ObjectTag.class,
                scenario -> scenario.asking().objectTag(),
                (scenario, tag) -> scenario.with(scenario.asking().withObjectTag(tag)),
                scenario -> scenario.asking().target().isBucket());
    }

    private void month() {
        all.add(parts.slider(
                "requests",
                Unit.REQUESTS,
                0,
                MOST_REQUESTS,
                Scale.LOGARITHMIC_FROM_ZERO,
                1,
                scenario -> (double) scenario.traffic().requests(),
                (scenario, value) -> scenario.with(scenario.traffic().withRequests(Math.round(value))),
                _ -> true));
        all.add(parts.slider(
                "objectBytes",
                Unit.MIB,
                1,
                MOST_MIB,
                Scale.LOGARITHMIC,
                1,
                scenario -> scenario.traffic().objectBytes() / MIB,
                (scenario, value) -> scenario.with(scenario.traffic().withObjectBytes(Math.round(value * MIB))),
                _ -> true));
        percent(
                "outsidePercent",
                scenario -> scenario.traffic().outsidePercent(),
                (scenario, value) -> scenario.with(scenario.traffic().withOutsidePercent(whole(value))));
        percent(
                "plainPercent",
                scenario -> scenario.traffic().plainPercent(),
                (scenario, value) -> scenario.with(scenario.traffic().withPlainPercent(whole(value))));
        percent(
                "otherTagPercent",
                scenario -> scenario.traffic().otherTagPercent(),
                (scenario, value) -> scenario.with(scenario.traffic().withOtherTagPercent(whole(value))));
    }

    private <E extends Enum<E>> void choice(
            String id,
            Class<E> kind,
            Function<AccessScenario, E> get,
            BiFunction<AccessScenario, E, AccessScenario> with,
            Predicate<AccessScenario> applies) {
        all.add(parts.choice(
                id,
                Word.all(kind),
                scenario -> Word.of(get.apply(scenario)),
                (scenario, word) -> with.apply(scenario, Word.read(kind, word)),
                applies));
    }

    private void onOff(
            String id,
            Predicate<AccessScenario> get,
            BiFunction<AccessScenario, Boolean, AccessScenario> with,
            Predicate<AccessScenario> applies) {
        all.add(parts.choice(
                id,
                SWITCH,
                scenario -> get.test(scenario) ? "yes" : "no",
                (scenario, word) -> with.apply(scenario, word.equals("yes")),
                applies));
    }

    private void percent(
            String id, ToDoubleFunction<AccessScenario> get, BiFunction<AccessScenario, Double, AccessScenario> with) {
        slider(id, Unit.PERCENT, 0, HUNDRED, get, with, _ -> true);
    }

    private void slider(
            String id,
            Unit unit,
            double low,
            double high,
            ToDoubleFunction<AccessScenario> get,
            BiFunction<AccessScenario, Double, AccessScenario> with,
            Predicate<AccessScenario> applies) {
        all.add(parts.slider(id, unit, low, high, Scale.LINEAR, 1, get, with, applies));
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
