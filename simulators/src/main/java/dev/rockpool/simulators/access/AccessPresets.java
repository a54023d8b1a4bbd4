package dev.rockpool.simulators.access;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Unit;
import java.util.List;

/// The named scenarios of the lab *access*.
final class AccessPresets {
    private static final String ENDPOINTS = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html";
    private static final String S3_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
    private static final String IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
    private static final String READ = "2026-11";
    private static final long MIB = 1L << 20;

    /// 500 GB a day for 30 days, in objects of a mebibyte.
    private static final long FIVE_HUNDRED_A_DAY = 15_000L * 1_024;

    /// 20,167.32 GB in objects of a hundredth of a gigabyte.
    private static final long ONE_SYNC = 2_016_732;

    private static final long HUNDREDTH = 10_737_418;
    private static final double MOST_USD = 990;
    private static final int WAYS = 5;

    private final LabParts<AccessScenario, AccessResult> parts;

    private AccessPresets(LabParts<AccessScenario, AccessResult> parts) {
        this.parts = parts;
    }

    /// What fields left out of a file are taken from: a job in a private subnet that reads through a NAT
    /// gateway.
    static AccessScenario standard() {
        return new AccessScenario(
                new Asking(Asker.ROLE, Act.READ, Target.BUCKET, true, Team.BLUE, ObjectTag.TEAM_BLUE),
                new Rules(
                        IdentityPolicy.READ,
                        BucketPolicy.NONE,
                        EndpointPolicy.FULL,
                        LimitPolicy.NONE,
                        LimitPolicy.NONE,
                        true),
                new Network(Route.NAT_GATEWAY, false, false, 1, 1, 1, "us-east-1"),
                new Traffic(FIVE_HUNDRED_A_DAY, MIB, 0, 0, 0),
                7);
    }

    static List<Preset<AccessScenario>> all(LabParts<AccessScenario, AccessResult> parts) {
        AccessPresets made = new AccessPresets(parts);
        return List.of(
                made.toll(),
                made.thousandDollars(),
                made.free(),
                made.oneEndpoint(),
                made.privateRange(),
                made.tagAlone(),
                made.byTeam(),
                made.bothSides(),
                made.narrowEndpoint(),
                made.denyWins(),
                made.session(),
                made.stream(),
                made.publicSubnet(),
                made.oneNatForThree(),
                made.fourServices());
    }

    private Preset<AccessScenario> toll() {
        return parts.preset(
                "toll",
                standard(),
                Kind.SECONDARY,
                "https://divinechukwu.com/blog/s3-gateway-endpoint-nat-savings",
                READ,
                usd(AccessFigures.GIGABYTE_USD, 675),
                usdGuess("gigabyte", AccessFigures.GIGABYTE_USD),
                "q11-c10",
                "q11-f8");
    }

    private Preset<AccessScenario> thousandDollars() {
        return parts.preset(
                "thousand-dollars",
                standard().with(new Traffic(ONE_SYNC, HUNDREDTH, 0, 0, 0)),
                Kind.SECONDARY,
                "https://www.geocod.io/code-and-coordinates/2025-11-18-the-1000-aws-mistake",
                READ,
                usd(AccessFigures.GIGABYTE_USD, 907.53),
                usdGuess("gigabyte", AccessFigures.GIGABYTE_USD),
                "q11-c10");
    }

    private Preset<AccessScenario> free() {
        return parts.preset(
                "free",
                standard().by(Route.GATEWAY_ENDPOINT),
                Kind.PRIMARY,
                ENDPOINTS,
                READ,
                usd(AccessFigures.WAY_USD, 0),
                usdGuess("way", AccessFigures.WAY_USD),
                "q11-c10",
                "q11-f8");
    }

    private Preset<AccessScenario> oneEndpoint() {
        return ways(
                "one-endpoint",
                standard().by(Route.GATEWAY_ENDPOINT).with(rules().withBucket(BucketPolicy.ENDPOINT_ONLY)),
                S3_GUIDE + "example-bucket-policies-vpc-endpoint.html",
                1,
                "q11-c10");
    }

    private Preset<AccessScenario> privateRange() {
        AccessScenario standard = standard();
        return ways(
                "private-range",
                standard.with(standard.asking().withAct(Act.MEND))
                        .with(rules().withIdentity(IdentityPolicy.EVERYTHING).withBucket(BucketPolicy.PRIVATE_RANGE)),
                "https://repost.aws/knowledge-center/iam-restrict-access-policy",
                0,
                "q11-c10");
    }

    private Preset<AccessScenario> tagAlone() {
        AccessScenario standard = standard();
        return ways(
                "tag-alone",
                standard.by(Route.INTERNET)
                        .with(standard.asking().withAsker(Asker.ANYBODY).withObjectTag(ObjectTag.ACCESS_PUBLIC)),
                S3_GUIDE + "tagging-and-policies.html",
                0,
                "q04-c1",
                "q04-c3",
                "q04-f5",
                "q04-f6",
                "q04-q1");
    }

    private Preset<AccessScenario> byTeam() {
        AccessScenario standard = standard();
        return parts.preset(
                "by-team",
                standard.by(Route.GATEWAY_ENDPOINT)
                        .with(rules().withIdentity(IdentityPolicy.BY_TEAM))
                        .with(standard.traffic().withOtherTagPercent(30)),
                Kind.CLOSED_FORM,
                "",
                "",
                new Expected(AccessFigures.SHARE, Unit.SHARE, 0.7, 0.01),
                parts.prediction("share", AccessFigures.SHARE, Unit.SHARE, 0, 1, 0.01),
                "q04-c1",
                "q04-f1",
                "q04-f2",
                "q04-q2");
    }

    private Preset<AccessScenario> bothSides() {
        AccessScenario standard = standard();
        return ways(
                "both-sides",
                standard.by(Route.INTERNET)
                        .with(standard.asking().withAsker(Asker.PARTNER))
                        .with(rules().withIdentity(IdentityPolicy.EVERYTHING)),
                IAM_GUIDE + "reference_policies_evaluation-logic-cross-account.html",
                0,
                "q04-c3",
                "q04-f5");
    }

    private Preset<AccessScenario> narrowEndpoint() {
        return ways(
                "narrow-endpoint",
                standard().by(Route.GATEWAY_ENDPOINT).with(rules().withEndpoint(EndpointPolicy.OTHER_BUCKET)),
                "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
                3,
                "q11-c10");
    }

    private Preset<AccessScenario> denyWins() {
        return ways(
                "deny-wins",
                standard()
                        .with(rules().withIdentity(IdentityPolicy.NOT_THIS_BUCKET)
                                .withBucket(BucketPolicy.NAMES_SESSION)),
                IAM_GUIDE + "reference_policies_evaluation-logic.html",
                0,
                "q04-f1");
    }

    private Preset<AccessScenario> session() {
        return ways(
                "session-limits",
                standard()
                        .with(rules().withIdentity(IdentityPolicy.NONE)
                                .withBucket(BucketPolicy.NAMES_ROLE)
                                .withSession(LimitPolicy.NO_STORAGE)),
                IAM_GUIDE + "reference_policies_evaluation-logic_policy-eval-denyallow.html",
                0,
                "q04-f1");
    }

    private Preset<AccessScenario> stream() {
        AccessScenario standard = standard();
        return ways(
                "stream",
                standard.by(Route.GATEWAY_ENDPOINT).with(standard.asking().withTarget(Target.STREAM)),
                ENDPOINTS,
                4,
                "q11-q3");
    }

    private Preset<AccessScenario> publicSubnet() {
        return parts.preset(
                "public-subnet",
                standard().by(Route.INTERNET_GATEWAY),
                Kind.PRIMARY,
                ENDPOINTS,
                READ,
                usd(AccessFigures.WAY_USD, 3.65),
                usdGuess("way", AccessFigures.WAY_USD),
                "q11-f13",
                "q11-c10");
    }

    private Preset<AccessScenario> oneNatForThree() {
        AccessScenario standard = standard();
        return parts.preset(
                "one-nat-for-three",
                standard.with(standard.network().withZones(3)),
                Kind.CLOSED_FORM,
                "",
                "",
                usd(AccessFigures.GIGABYTE_USD, 875),
                usdGuess("gigabyte", AccessFigures.GIGABYTE_USD),
                "q11-c10");
    }

    private Preset<AccessScenario> fourServices() {
        AccessScenario standard = standard();
        return parts.preset(
                "four-services",
                standard.with(standard.network()
                                .withRoute(Route.INTERFACE_ENDPOINT)
                                .withRegion("eu-west-1")
                                .withZones(2)
                                .withDoors(2)
                                .withServices(4))
                        .with(standard.traffic().withRequests(300L * 1_024)),
                Kind.CLOSED_FORM,
                "",
                "",
                new Expected(AccessFigures.BREAK_EVEN, Unit.GIB, 25.55 / 0.048, 0.01),
                parts.prediction("break-even", AccessFigures.BREAK_EVEN, Unit.GIB, 0, 2_000, 10),
                "q11-q3");
    }

    private static Rules rules() {
        return standard().rules();
    }

    private Preset<AccessScenario> ways(
            String id, AccessScenario scenario, String address, int expected, String... cards) {
        return parts.preset(
                id,
                scenario,
                Kind.PRIMARY,
                address,
                READ,
                new Expected(AccessFigures.WAYS, Unit.COUNT, expected, 0),
                parts.prediction("ways", AccessFigures.WAYS, Unit.COUNT, 0, WAYS, 1),
                cards);
    }

    private static Expected usd(String figure, double value) {
        return new Expected(figure, Unit.USD, value, 0.005);
    }

    private Prediction usdGuess(String question, String figure) {
        return parts.prediction(question, figure, Unit.USD, 0, MOST_USD, 5);
    }
}
