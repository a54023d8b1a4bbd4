package dev.rockpool.simulators.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.access.PassageStep.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessLabTest {
    private static final AccessLab LAB = new AccessLab();
    private static final AccessScenario STANDARD = LAB.standard();

    /// Columns: internet, internet gateway, NAT gateway, interface endpoint, gateway endpoint. a allowed, d
    /// refused; the reasons stand in docs/MODEL.md. The role reads by its own policy.
    private static final Map<BucketPolicy, String> WAYS = new EnumMap<>(Map.ofEntries(
            Map.entry(BucketPolicy.NONE, "a a a a a"),
            Map.entry(BucketPolicy.ENDPOINT_ONLY, "d d d d a"),
            Map.entry(BucketPolicy.VPC_ONLY, "d d d a a"),
            Map.entry(BucketPolicy.OFFICE_ONLY, "a d d d d"),
            Map.entry(BucketPolicy.OFFICE_OR_ENDPOINT, "a d d d a"),
            Map.entry(BucketPolicy.PRIVATE_RANGE, "d d d d d"),
            Map.entry(BucketPolicy.VPC_RANGE, "d d d a a"),
            Map.entry(BucketPolicy.TLS_ONLY, "a a a a a"),
            Map.entry(BucketPolicy.NAMES_ROLE, "a a a a a"),
            Map.entry(BucketPolicy.NAMES_SESSION, "a a a a a"),
            Map.entry(BucketPolicy.PARTNER, "a a a a a"),
            Map.entry(BucketPolicy.PUBLIC, "a a a a a"),
            Map.entry(BucketPolicy.PUBLIC_BY_TAG, "a a a a a")));

    private static String ways(AccessScenario scenario) {
        return Route.WAYS.stream()
                .map(route -> LAB.passage(scenario.by(route)).outcome().name().toLowerCase(java.util.Locale.ROOT))
                .map(outcome -> outcome.substring(0, 1))
                .collect(Collectors.joining(" "));
    }

    private static Outcome outcome(AccessScenario scenario) {
        return LAB.passage(scenario).outcome();
    }

    @Test
    void everyBucketPolicyOpensTheWaysThatTheSourcesSay() {
        assertThat(WAYS).hasSize(BucketPolicy.values().length);
        WAYS.forEach(
                (policy, open) -> assertThat(ways(STANDARD.with(STANDARD.rules().withBucket(policy))))
                        .as("%s", policy)
                        .isEqualTo(open));
        AccessScenario plain = STANDARD.with(STANDARD.asking().withTls(false));
        assertThat(ways(plain.with(plain.rules().withBucket(BucketPolicy.TLS_ONLY))))
                .isEqualTo("d d d d d");
    }

    @Test
    void aWayThatDoesNotLeadThereTimesOut() {
        assertThat(ways(STANDARD.with(STANDARD.asking().withTarget(Target.STREAM))))
                .isEqualTo("a a a a u");
        assertThat(ways(STANDARD.with(STANDARD.asking().withTarget(Target.TABLE))))
                .isEqualTo("a a a a a");
        assertThat(ways(STANDARD.with(STANDARD.asking().withTarget(Target.BUCKET_ELSEWHERE))))
                .isEqualTo("a a a u u");
        Passage none = LAB.passage(STANDARD.by(Route.NONE));
        assertThat(none.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(none.service()).isEmpty();
        for (Route route : Route.WAYS) {
            AccessScenario on = STANDARD.by(route);
            assertThat(outcome(on.with(on.network().withBroken(true)))).isEqualTo(Outcome.UNREACHABLE);
        }
    }

    /// Both columns by hand: what the identity's policy allows, what the bucket's names.
    @Test
    void withinAnAccountOneSideAllowsAcrossAccountsBothMust() {
        for (IdentityPolicy identity : List.of(IdentityPolicy.NONE, IdentityPolicy.READ)) {
            for (BucketPolicy bucket : List.of(BucketPolicy.NONE, BucketPolicy.NAMES_ROLE, BucketPolicy.PARTNER)) {
                Rules rules = STANDARD.rules().withIdentity(identity).withBucket(bucket);
                boolean own = identity == IdentityPolicy.READ;
                assertThat(outcome(STANDARD.with(rules)) == Outcome.ALLOWED)
                        .as("own, %s, %s", identity, bucket)
                        .isEqualTo(own || bucket == BucketPolicy.NAMES_ROLE);
                assertThat(outcome(STANDARD.with(rules).with(STANDARD.asking().withAsker(Asker.PARTNER)))
                                == Outcome.ALLOWED)
                        .as("partner, %s, %s", identity, bucket)
                        .isEqualTo(own && bucket == BucketPolicy.PARTNER);
            }
        }
    }

    @Test
    void aDenyWinsAndLimitsBindARoleButNotASessionThatIsNamed() {
        Rules rules = STANDARD.rules();
        assertThat(outcome(STANDARD.with(
                        rules.withIdentity(IdentityPolicy.NOT_THIS_BUCKET).withBucket(BucketPolicy.NAMES_SESSION))))
                .isEqualTo(Outcome.DENIED);
        for (LimitPolicy limit : List.of(LimitPolicy.NONE, LimitPolicy.READING, LimitPolicy.NO_STORAGE)) {
            boolean lets = limit != LimitPolicy.NO_STORAGE;
            for (Rules limited : List.of(rules.withBoundary(limit), rules.withSession(limit))) {
                assertThat(outcome(STANDARD.with(limited)) == Outcome.ALLOWED).isEqualTo(lets);
                Rules named = limited.withIdentity(IdentityPolicy.NONE);
                assertThat(outcome(STANDARD.with(named.withBucket(BucketPolicy.NAMES_ROLE))) == Outcome.ALLOWED)
                        .isEqualTo(lets);
                assertThat(outcome(STANDARD.with(named.withBucket(BucketPolicy.NAMES_SESSION))))
                        .isEqualTo(Outcome.ALLOWED);
            }
        }
    }

    @Test
    void anEndpointPolicyOnlyLimitsAndOnlyThere() {
        for (Route route : Route.WAYS) {
            for (EndpointPolicy endpoint : EndpointPolicy.values()) {
                AccessScenario on = STANDARD.by(route).with(STANDARD.rules().withEndpoint(endpoint));
                boolean closed = route.isEndpoint() && endpoint == EndpointPolicy.OTHER_BUCKET;
                assertThat(outcome(on))
                        .as("%s, %s", route, endpoint)
                        .isEqualTo(closed ? Outcome.DENIED : Outcome.ALLOWED);
                assertThat(outcome(on.with(on.rules().withIdentity(IdentityPolicy.NONE))))
                        .as("it opens nothing")
                        .isEqualTo(Outcome.DENIED);
            }
        }
        Passage refused = LAB.passage(
                STANDARD.by(Route.GATEWAY_ENDPOINT).with(STANDARD.rules().withEndpoint(EndpointPolicy.OTHER_BUCKET)));
        assertThat(refused.service()).as("the service is not asked").isEmpty();
        assertThat(refused.steps().get(2).place()).isEqualTo(Place.ENDPOINT);
        assertThat(refused.steps().get(2).sentence()).contains("does not allow s3:GetObject");
    }

    @Test
    void aTagCountsWhereAPolicyAsksForIt() {
        for (ObjectTag tag : ObjectTag.values()) {
            for (Team team : Team.values()) {
                AccessScenario asked =
                        STANDARD.with(STANDARD.asking().withObjectTag(tag).withTeam(team));
                boolean own = (tag == ObjectTag.TEAM_BLUE && team == Team.BLUE)
                        || (tag == ObjectTag.TEAM_RED && team == Team.RED);
                assertThat(outcome(asked.with(asked.rules().withIdentity(IdentityPolicy.BY_TEAM))) == Outcome.ALLOWED)
                        .as("%s, %s", tag, team)
                        .isEqualTo(own);
            }
            AccessScenario anybody =
                    STANDARD.with(STANDARD.asking().withAsker(Asker.ANYBODY).withObjectTag(tag));
            assertThat(outcome(anybody)).isEqualTo(Outcome.DENIED);
            Rules byTag = anybody.rules().withBucket(BucketPolicy.PUBLIC_BY_TAG);
            assertThat(outcome(anybody.with(byTag))).isEqualTo(Outcome.DENIED);
            assertThat(outcome(anybody.with(byTag.withPublicBlocked(false))) == Outcome.ALLOWED)
                    .isEqualTo(tag == ObjectTag.ACCESS_PUBLIC);
        }
    }

    @Test
    void nobodyButTheRootUserMendsAPolicyThatShutsAllOut() {
        AccessScenario locked = STANDARD.with(STANDARD.asking().withAct(Act.MEND))
                .with(STANDARD.rules().withIdentity(IdentityPolicy.EVERYTHING).withBucket(BucketPolicy.PRIVATE_RANGE));
        assertThat(ways(locked)).isEqualTo("d d d d d");
        AccessScenario root = locked.with(locked.asking().withAsker(Asker.ROOT));
        assertThat(ways(root)).isEqualTo("a a a a a");
        assertThat(ways(root.with(root.asking().withAct(Act.READ)))).isEqualTo("d d d d d");
        AccessScenario anew =
                STANDARD.by(Route.GATEWAY_ENDPOINT).with(STANDARD.rules().withBucket(BucketPolicy.ENDPOINT_ONLY));
        assertThat(outcome(anew)).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(anew.with(anew.network().withRecreated(true)))).isEqualTo(Outcome.DENIED);
    }

    @Test
    void everyPresetShowsItsExpectedNumber() {
        assertThat(LAB.presets()).hasSizeGreaterThanOrEqualTo(6);
        for (Preset<AccessScenario> preset : LAB.presets()) {
            AccessResult result = LAB.run(preset.scenario());
            assertThat(preset.expected().isMetBy(result.figures()))
                    .as("%s: %s", preset.id(), figure(result, preset.expected().figure()))
                    .isTrue();
            assertThat(result.figures())
                    .anyMatch(figure -> figure.id().equals(preset.prediction().figure()));
        }
    }

    private static double figure(AccessResult result, String id) {
        return result.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// Printed prices of N. Virginia (VPC and EC2 pricing pages, seen 2025 and 2026): NAT 0.045 by hour and
    /// GB, address 0.005, endpoint 0.01 by hour and GB, out 0.09, zones 0.01 each direction, regions 0.02;
    /// GET 0.0004 by 1,000.
    @Test
    void theWaysCostWhatThePricePagesSay() {
        AccessScenario thousand = STANDARD.with(STANDARD.traffic().withRequests(1_000L * 1_024));
        assertThat(way(thousand)).isEqualTo("81.50"); // 730 × 0.05 + 1,000 × 0.045
        assertThat(way(thousand.with(thousand.network().withZones(4).withDoors(3))))
                .isEqualTo("159.50"); // 3 × 36.50 + 45 + 250 × 0.02
        assertThat(way(thousand.by(Route.GATEWAY_ENDPOINT))).isEqualTo("0.00");
        assertThat(way(thousand.by(Route.INTERNET))).isEqualTo("90.00");
        assertThat(way(thousand.by(Route.INTERNET)
                        .with(thousand.asking().withAct(Act.WRITE))
                        .with(thousand.rules().withIdentity(IdentityPolicy.EVERYTHING))))
                .isEqualTo("0.00");
        AccessScenario endpoints = thousand.by(Route.INTERFACE_ENDPOINT);
        assertThat(way(endpoints.with(endpoints.network().withDoors(2).withServices(3))))
                .isEqualTo("53.80"); // 6 × 7.30 + 10
        assertThat(way(thousand.by(Route.INTERNET_GATEWAY)
                        .with(thousand.asking().withTarget(Target.BUCKET_ELSEWHERE))))
                .isEqualTo("23.65"); // 3.65 + 1,000 × 0.02
        assertThat(way(thousand.by(Route.NONE))).isEqualTo("0.00");
        assertThat(LAB.run(thousand).bill().total().amount()).isEqualByComparingTo("81.9096"); // + 1,024 × 0.0004
        assertThat(way(thousand.with(thousand.rules().withIdentity(IdentityPolicy.NONE))))
                .as("what is refused moves nothing, and the hours are due")
                .isEqualTo("36.50");
    }

    private static String way(AccessScenario scenario) {
        return LAB.run(scenario)
                .way()
                .total()
                .amount()
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    /// N requests of which 20 % come from outside and 10 % plain, under a policy on TLS: 0.9 pass.
    @Test
    void theMonthIsForecastAndDrawn() {
        AccessScenario mixed = STANDARD.by(Route.GATEWAY_ENDPOINT)
                .with(STANDARD.rules().withBucket(BucketPolicy.TLS_ONLY))
                .with(new Traffic(1_000_000, 1L << 20, 20, 10, 0));
        AccessResult result = LAB.run(mixed);
        assertThat(result.month().allowed()).isEqualTo(900_000);
        assertThat(result.month().share()).isEqualTo(0.9);
        // 720,000 on the way, 180,000 over the internet, of a mebibyte each
        assertThat(result.month().bytesInside()).isEqualByComparingTo(String.valueOf(720_000L << 20));
        assertThat(result.month().bytesOutside()).isEqualByComparingTo(String.valueOf(180_000L << 20));
        assertThat(result.tally().drawn()).isEqualTo(30_000);
        // 175.78125 GB × 0.09 + 1,000 × 0.0004: the 100,000 that are refused are the account's own
        assertThat(result.bill().total().amount()).isEqualByComparingTo("16.2203125");
        AccessResult strict = LAB.run(mixed.with(mixed.rules().withBucket(BucketPolicy.ENDPOINT_ONLY)));
        assertThat(strict.month().share()).isEqualTo(0.8);
        assertThat(strict.month().bytesOutside()).isEqualByComparingTo("0");
    }

    /// Of 200 seeds about ten miss an interval of 95 %; 20 would be a chance of one in a thousand.
    @Test
    void mostSeedsLieWithinTheInterval() {
        AccessScenario mixed = STANDARD.with(STANDARD.rules().withBucket(BucketPolicy.TLS_ONLY))
                .with(new Traffic(2_000, 1L << 20, 0, 35, 0));
        int shares = 0;
        int bytes = 0;
        for (long seed = 0; seed < 200; seed++) {
            List<Figure> figures = LAB.run(mixed.withSeed(seed)).figures();
            shares += isWithin(figures, AccessFigures.SHARE) ? 0 : 1;
            bytes += isWithin(figures, AccessFigures.MOVED) ? 0 : 1;
        }
        assertThat(shares).isBetween(1, 20);
        assertThat(bytes).isBetween(1, 20);
        assertThat(LAB.run(mixed)).isEqualTo(LAB.run(mixed));
    }

    private static boolean isWithin(List<Figure> figures, String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .allMatch(figure -> figure.interval().orElseThrow().contains(figure.value()));
    }

    @Test
    void theWayIsWalkedAndTheMonthDrawnAStepAtATime() {
        AccessScenario scenario = LAB.preset("one-endpoint").scenario();
        AccessSimulation simulation = LAB.open(scenario);
        List<LabEvent> events = new ArrayList<>();
        assertThat(simulation.snapshot().outcome()).isEmpty();
        while (!simulation.done()) {
            simulation.step();
            events.addAll(simulation.snapshot().events());
        }
        AccessSnapshot last = simulation.snapshot();
        assertThat(last.outcome()).contains(Outcome.ALLOWED);
        assertThat(last.figures()).isEqualTo(LAB.run(scenario).figures());
        assertThat(last.parts()).hasSize(AccessSnapshot.PARTS);
        assertThat(events)
                .hasSize((int) last.seconds())
                .extracting(LabEvent::sentence)
                .anyMatch(sentence -> sentence.contains("vpce-1a2b3c4d"))
                .anyMatch(sentence -> sentence.startsWith("Days 1 to 5: 5,000 of 5,000"));
        for (String id : List.of("broken", "recreated", "narrow")) {
            simulation.disturb(id);
            assertThat(simulation.done()).isFalse();
            while (!simulation.done()) {
                simulation.step();
            }
            assertThat(simulation.snapshot().outcome())
                    .as(id)
                    .contains(id.equals("broken") ? Outcome.UNREACHABLE : Outcome.DENIED);
            assertThat(simulation.disturbances())
                    .filteredOn(Disturbance::broken)
                    .hasSize(1);
            simulation.disturb(id);
        }
        simulation.disturb("stripped");
        assertThat(simulation.snapshot().ways()).allMatch(way -> way.outcome() == Outcome.ALLOWED);
        simulation.disturb("stripped");
        assertThat(simulation.scenario()).isEqualTo(scenario);
    }

    /// The statement that decides stands in a panel, so that the picture can mark it.
    @Test
    void everyStatementOfATraceStandsInAPanel() {
        for (Preset<AccessScenario> preset : LAB.presets()) {
            List<String> shown = LAB.open(preset.scenario()).snapshot().panels().stream()
                    .flatMap(panel -> panel.lines().stream())
                    .map(PolicyPanel.Line::name)
                    .toList();
            assertThat(LAB.passage(preset.scenario()).steps())
                    .filteredOn(step -> !step.statement().isEmpty())
                    .allSatisfy(step -> assertThat(shown).contains(step.statement()));
        }
        for (BucketPolicy policy : BucketPolicy.values()) {
            assertThat(LAB.open(STANDARD.with(STANDARD.rules().withBucket(policy)))
                            .snapshot()
                            .panels())
                    .flatExtracting(PolicyPanel::lines)
                    .allSatisfy(line -> assertThat(line.text()).doesNotContain("{"));
        }
        assertThat(LAB.open(LAB.preset("one-endpoint").scenario())
                        .snapshot()
                        .panels()
                        .get(1))
                .isEqualTo(new PolicyPanel(
                        Place.BUCKET,
                        List.of(new PolicyPanel.Line(
                                "bucket policy statement 1 \"OnlyThisEndpoint\"",
                                true,
                                "Deny * s3:* if aws:SourceVpce ≠ vpce-1a2b3c4d"))));
    }

    @Test
    void theResultTellsOutcomeStepsMonthAndBills() {
        JsonNode report = LAB.report(LAB.run(LAB.codec().parse("{\"bucketPolicy\":\"endpoint-only\"}")));
        assertThat(report.get("outcome").asString()).isEqualTo("denied");
        assertThat(report.get("steps").get(2).get("place").asString()).isEqualTo("bucket");
        assertThat(report.get("steps").get(2).get("statement").asString()).contains("OnlyThisEndpoint");
        assertThat(report.get("openWays").get(0).asString()).isEqualTo("gateway-endpoint");
        assertThat(report.get("month").get("allowed").asLong()).isZero();
        assertThat(report.get("way").get("total").asString()).isEqualTo("36.5");
    }

    @Test
    void faultsNameTheFieldAndItsBound() {
        for (Map.Entry<String, String> fault : Map.of(
                        "{\"route\":\"tunnel\"}", "gateway-endpoint",
                        "{\"bucketPolicy\":\"open\"}", "bucketPolicy is",
                        "{\"tls\":1}", "tls is true or false",
                        "{\"zones\":7}", "zones is 7, it must be 1 to 6",
                        "{\"services\":0}", "services is 0, it must be 1 to 50",
                        "{\"requests\":-1}", "requests is -1",
                        "{\"outsidePercent\":101}", "it must be 0 to 100",
                        "{\"way\":\"nat\"}", "There is no field",
                        "{\"region\":\"sa-east-1\"}", "sa-east-1")
                .entrySet()) {
            assertThatThrownBy(() -> LAB.codec().parse(fault.getKey()))
                    .as(fault.getKey())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(fault.getValue());
        }
    }

    @Test
    void aScenarioIsWrittenAndReadAgain() {
        for (Preset<AccessScenario> preset : LAB.presets()) {
            assertThat(LAB.codec().parse(LAB.codec().text(preset.scenario()))).isEqualTo(preset.scenario());
        }
        assertThat(LAB.codec().parse("{}")).isEqualTo(STANDARD);
    }

    @Test
    void theChallengesCanBeDoneAndNoticeWhatTheyForbid() {
        AccessScenario toll = start("no-toll");
        assertThat(check("no-toll", toll)).contains("711.50");
        assertThat(check("no-toll", toll.by(Route.INTERFACE_ENDPOINT))).isNotEmpty();
        assertThat(check("no-toll", toll.by(Route.NONE))).contains("does not pass");
        assertThat(check("no-toll", toll.by(Route.GATEWAY_ENDPOINT))).isEmpty();
        assertThat(check("no-toll", toll.with(toll.traffic().withRequests(0)))).contains("Something else");
        for (BucketPolicy policy : BucketPolicy.values()) {
            AccessScenario one = start("one-way");
            assertThat(check("one-way", one.with(one.rules().withBucket(policy)))
                            .isEmpty())
                    .isEqualTo(policy == BucketPolicy.ENDPOINT_ONLY);
            AccessScenario office = start("office-too");
            assertThat(check("office-too", office.with(office.rules().withBucket(policy)))
                            .isEmpty())
                    .isEqualTo(policy == BucketPolicy.OFFICE_OR_ENDPOINT);
            AccessScenario guest = start("partner");
            Rules reading = guest.rules().withIdentity(IdentityPolicy.READ);
            assertThat(check("partner", guest.with(reading.withBucket(policy))).isEmpty())
                    .isEqualTo(policy == BucketPolicy.PARTNER);
        }
        for (Asker asker : Asker.values()) {
            AccessScenario locked = start("unlock");
            assertThat(check("unlock", locked.with(locked.asking().withAsker(asker)))
                            .isEmpty())
                    .isEqualTo(asker == Asker.ROOT);
        }
        assertThat(check("unlock", STANDARD)).isNotEmpty();
        assertThat(check("one-way", STANDARD)).isNotEmpty();
        assertThat(check("partner", STANDARD)).isNotEmpty();
    }

    private static AccessScenario start(String id) {
        return challenge(id).start();
    }

    private static String check(String id, AccessScenario scenario) {
        return challenge(id).check().apply(scenario, LAB.run(scenario)).orElse("");
    }

    private static Challenge<AccessScenario, AccessResult> challenge(String id) {
        return LAB.challenges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyParameterReadsAndSetsItsField() {
        assertThat(LAB.parameters()).hasSize(22);
        for (Parameter<AccessScenario> parameter : LAB.parameters()) {
            switch (parameter) {
                case Parameter.Slider<AccessScenario> slider ->
                    assertThat(slider.get().applyAsDouble(slider.with().apply(STANDARD, slider.low() + slider.step())))
                            .as(slider.id())
                            .isEqualTo(slider.low() + slider.step());
                case Parameter.Choice<AccessScenario> choice ->
                    choice.options()
                            .forEach(option -> assertThat(
                                            choice.get().apply(choice.with().apply(STANDARD, option.id())))
                                    .isEqualTo(option.id()));
            }
        }
    }

    @Test
    void guideFidelityAndTextsAreThere() {
        assertThat(LAB.guide()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(step -> LAB.preset(step.preset()));
        assertThat(LAB.fidelity()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(LAB.model()).contains("## Sources");
        assertThat(LAB.explanation()).contains("A deny wins");
        assertThat(LAB.name("route", Route.NAT_GATEWAY)).isEqualTo("NAT gateway");
        assertThat(LAB.isPlotted()).isFalse();
        assertThat(LAB.seed(LAB.withSeed(STANDARD, 3))).isEqualTo(3);
    }
}
