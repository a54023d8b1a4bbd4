package dev.rockpool.quiz.access;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Reckoned;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.access.AccessScenario;
import dev.rockpool.simulators.access.BucketPolicy;
import dev.rockpool.simulators.access.IdentityPolicy;
import dev.rockpool.simulators.access.Route;
import dev.rockpool.simulators.access.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which requests pass.
public final class PassageTemplates {
    private static final AccessLab LAB = WayTemplates.LAB;
    private static final List<BucketPolicy> POLICIES = List.of(
            BucketPolicy.ENDPOINT_ONLY,
            BucketPolicy.VPC_ONLY,
            BucketPolicy.OFFICE_ONLY,
            BucketPolicy.OFFICE_OR_ENDPOINT,
            BucketPolicy.VPC_RANGE,
            BucketPolicy.TLS_ONLY);
    /// Asked for each policy once: the same for every number of requests.
    private static final Map<BucketPolicy, List<Route>> OPEN = new ConcurrentHashMap<>();

    private static final int HUNDRED = 100;
    private static final int WAYS = 5;

    private PassageTemplates() {}

    /// A month of requests of which some differ from what the policies ask for.
    record Month(long requests, int outside, int untagged) {
        BigDecimal of(int percent) {
            return BigDecimal.valueOf(requests).multiply(BigDecimal.valueOf(percent, 2));
        }
    }

    /// Requests that are spread evenly over five ways.
    ///
    /// @param policy of the bucket
    /// @param each requests on each way
    record Spread(BucketPolicy policy, long each) {
        BigDecimal on(int ways) {
            return BigDecimal.valueOf(each * ways);
        }
    }

    /// Every template, in the order in which they are best learnt.
    public static List<Template<?>> all() {
        return List.of(ways(), month());
    }

    /// How many of the requests that are spread over five ways a bucket's policy lets pass.
    private static Template<Spread> ways() {
        return new Reckoned<>(
                WayTemplates.class,
                "access-open-ways",
                Unit.REQUESTS,
                _ -> BigDecimal.ZERO,
                List.of("q11-c10"),
                random -> new Spread(POLICIES.get(random.nextInt(POLICIES.size())), 100L * (1 + random.nextInt(200))),
                _ -> true,
                spread -> spread.on(open(spread).size()),
                List.of(
                        rule("identity-policy-is-enough", spread -> spread.on(WAYS)),
                        rule("absent-key-spares", spread -> spread.on(spared(spread.policy()))),
                        rule("vpc-is-one-endpoint", spread -> spread.on(1)),
                        rule("all-private-ways-alike", spread -> spread.on(3))),
                spread -> List.of(
                        said(spread.policy()),
                        Unit.COUNT.number(WAYS * spread.each()),
                        String.join(
                                ", ",
                                open(spread).stream()
                                        .map(route -> LAB.name("route", route))
                                        .toList())),
                spread -> Optional.of(LabScenario.of(LAB, scenario(spread.policy()))));
    }

    /// What a bucket's policy says, in plain words.
    private static String said(BucketPolicy policy) {
        return new TemplateTexts(WayTemplates.class, "access-open-ways").get("policy." + Word.of(policy));
    }

    private static List<Route> open(Spread spread) {
        return OPEN.computeIfAbsent(spread.policy(), policy -> AccessLab.openWays(scenario(policy)));
    }

    /// The ways that were open if a deny spared requests that lack its key.
    private static int spared(BucketPolicy policy) {
        return switch (policy) {
            case ENDPOINT_ONLY, OFFICE_OR_ENDPOINT -> 4;
            case OFFICE_ONLY -> 3;
            case NONE,
                    VPC_ONLY,
                    VPC_RANGE,
                    TLS_ONLY,
                    PRIVATE_RANGE,
                    NAMES_ROLE,
                    NAMES_SESSION,
                    PARTNER,
                    PUBLIC,
                    PUBLIC_BY_TAG -> WAYS;
        };
    }

    private static AccessScenario scenario(BucketPolicy policy) {
        AccessScenario standard = LAB.standard().by(Route.GATEWAY_ENDPOINT);
        return standard.with(standard.rules().withBucket(policy));
    }

    /// How many of a month's requests pass two conditions, one of the bucket's policy, one of the identity's.
    private static Template<Month> month() {
        return new Reckoned<>(
                WayTemplates.class,
                "access-allowed-requests",
                Unit.REQUESTS,
                _ -> BigDecimal.ZERO,
                List.of("q04-c1", "q04-f1", "q04-f2"),
                random -> new Month(
                        10_000L * (1 + random.nextInt(500)), 5 * (1 + random.nextInt(8)), 5 * (1 + random.nextInt(8))),
                month -> month.outside() != month.untagged(),
                month -> BigDecimal.valueOf(AccessLab.month(scenario(month)).allowed()),
                List.of(
                        rule("shares-added", month -> month.of(HUNDRED - month.outside() - month.untagged())),
                        rule("tag-condition-ignored", month -> month.of(HUNDRED - month.outside())),
                        rule("endpoint-condition-ignored", month -> month.of(HUNDRED - month.untagged())),
                        rule("identity-policy-is-enough", month -> month.of(HUNDRED))),
                month -> List.of(
                        Unit.COUNT.number(month.requests()),
                        String.valueOf(month.outside()),
                        String.valueOf(month.untagged()),
                        String.valueOf(HUNDRED - month.outside()),
                        String.valueOf(HUNDRED - month.untagged())),
                month -> Optional.of(LabScenario.of(LAB, scenario(month))));
    }

    private static AccessScenario scenario(Month month) {
        AccessScenario standard = LAB.standard().by(Route.GATEWAY_ENDPOINT);
        return standard.with(
                        standard.rules().withBucket(BucketPolicy.ENDPOINT_ONLY).withIdentity(IdentityPolicy.BY_TEAM))
                .with(standard.traffic()
                        .withRequests(month.requests())
                        .withOutsidePercent(month.outside())
                        .withOtherTagPercent(month.untagged()));
    }
}
