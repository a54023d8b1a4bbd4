package dev.rockpool.quiz.access;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Reckoned;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.access.AccessScenario;
import dev.rockpool.simulators.access.Route;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// What ways to S3 cost.
public final class WayTemplates {
    static final AccessLab LAB = new AccessLab();

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final long OBJECTS_A_GIGABYTE = 1_024;
    private static final String VPC = "VPC";

    private WayTemplates() {}

    /// What moves, and what stands in the way.
    ///
    /// @param gigabytes a month
    /// @param doors NAT gateways, or zones in which an interface endpoint stands
    /// @param more zones in all, or services with an endpoint
    record Job(long gigabytes, int doors, int more) {
        BigDecimal at(BigDecimal price) {
            return price.multiply(BigDecimal.valueOf(gigabytes));
        }

        /// What so many things cost by the hour.
        static BigDecimal hours(long things, BigDecimal price) {
            return HOURS.multiply(BigDecimal.valueOf(things)).multiply(price);
        }

        /// The bytes of zones without a gateway, at the price of a crossing.
        BigDecimal crossing(int zones) {
            return at(BigDecimal.TWO.multiply(price("DataTransfer", "intra_region cross-AZ")))
                    .multiply(BigDecimal.valueOf(zones))
                    .divide(BigDecimal.valueOf(more), MathContext.DECIMAL64);
        }
    }

    /// Every template, in the order in which they are best learnt.
    public static List<Template<?>> all() {
        return List.of(natBill(), endpointBill(), saved(), crossing(), overInternet(), breakEven());
    }

    private static Template<Job> natBill() {
        return usd(
                "access-nat-bill",
                random -> new Job(100L * (2 + random.nextInt(300)), 1 + random.nextInt(3), 0),
                _ -> true,
                job -> AccessLab.wayCost(nat(job, job.doors())).amount(),
                List.of(
                        rule(
                                "same-region-is-free",
                                job -> Job.hours(job.doors(), natHour().add(address()))),
                        rule("gateway-hours-forgotten", job -> job.at(natGigabyte())),
                        rule(
                                "address-forgotten",
                                job -> Job.hours(job.doors(), natHour()).add(job.at(natGigabyte())))),
                job -> List.of(
                        Unit.COUNT.number(job.gigabytes()),
                        String.valueOf(job.doors()),
                        plain(natHour()),
                        plain(natGigabyte()),
                        plain(address())),
                job -> nat(job, job.doors()));
    }

    private static Template<Job> endpointBill() {
        return usd(
                "access-endpoint-bill",
                random -> new Job(100L * (1 + random.nextInt(200)), 2 + random.nextInt(2), 2 + random.nextInt(9)),
                _ -> true,
                job -> AccessLab.wayCost(endpoints(job)).amount(),
                List.of(
                        rule(
                                "one-endpoint-for-all-services",
                                job -> Job.hours(job.doors(), endpointHour()).add(job.at(endpointGigabyte()))),
                        rule(
                                "endpoint-in-one-zone",
                                job -> Job.hours(job.more(), endpointHour()).add(job.at(endpointGigabyte()))),
                        rule(
                                "bytes-through-endpoint-free",
                                job -> Job.hours((long) job.doors() * job.more(), endpointHour()))),
                job -> List.of(
                        Unit.COUNT.number(job.gigabytes()),
                        String.valueOf(job.doors()),
                        String.valueOf(job.more()),
                        plain(endpointHour()),
                        plain(endpointGigabyte())),
                WayTemplates::endpoints);
    }

    /// The NAT gateway stays for other traffic, so that only what it takes by the gigabyte is saved.
    private static Template<Job> saved() {
        return usd(
                "access-gateway-saves",
                random -> new Job(10L * (10 + random.nextInt(5_000)), 1, 0),
                _ -> true,
                job -> AccessLab.gigabyteCost(nat(job, 1)).amount(),
                List.of(
                        rule(
                                "hours-saved-too",
                                job -> job.at(natGigabyte())
                                        .add(Job.hours(1, natHour().add(address())))),
                        rule(
                                "gateway-endpoint-like-interface",
                                job -> job.at(natGigabyte().subtract(endpointGigabyte()))),
                        rule(
                                "internet-price-for-nat",
                                job -> job.at(internet().getFirst().price()))),
                job -> List.of(Unit.COUNT.number(job.gigabytes()), plain(natHour()), plain(natGigabyte())),
                job -> nat(job, 1));
    }

    private static Template<Job> crossing() {
        return usd(
                "access-crossing",
                random -> {
                    int zones = 2 + random.nextInt(3);
                    return new Job(120L * (1 + random.nextInt(300)), 1 + random.nextInt(zones - 1), zones);
                },
                _ -> true,
                job -> AccessLab.gigabyteCost(nat(job, job.more())).amount().subtract(job.at(natGigabyte())),
                List.of(
                        rule(
                                "crossing-paid-once",
                                job -> job.crossing(job.more() - job.doors()).divide(BigDecimal.TWO)),
                        rule("all-bytes-cross", job -> job.crossing(job.more())),
                        rule("share-of-zones-with-gateway", job -> job.crossing(job.doors()))),
                job -> List.of(
                        Unit.COUNT.number(job.gigabytes()),
                        String.valueOf(job.doors()),
                        String.valueOf(job.more()),
                        plain(price("DataTransfer", "intra_region cross-AZ")),
                        String.valueOf(job.more() - job.doors())),
                job -> nat(job, job.more()));
    }

    private static Template<Job> overInternet() {
        return usd(
                "access-internet-out",
                random -> new Job(100L * (110 + random.nextInt(380)), 1, 0),
                job -> internet().size() > 1
                        && internet().get(1).from().compareTo(BigDecimal.valueOf(job.gigabytes())) < 0
                        && internet()
                                        .get(1)
                                        .price()
                                        .compareTo(internet().getFirst().price())
                                != 0,
                job -> AccessLab.wayCost(moved(LAB.standard().by(Route.INTERNET), job))
                        .amount(),
                List.of(
                        rule(
                                "first-tier-for-all",
                                job -> job.at(internet().getFirst().price())),
                        rule(
                                "last-tier-for-all",
                                job -> job.at(internet().get(1).price())),
                        rule("nat-price-for-internet", job -> job.at(natGigabyte()))),
                job -> List.of(
                        Unit.COUNT.number(job.gigabytes()),
                        Unit.COUNT.number(internet().get(1).from().doubleValue()),
                        plain(internet().getFirst().price()),
                        plain(internet().get(1).price())),
                job -> moved(LAB.standard().by(Route.INTERNET), job));
    }

    private static Template<Job> breakEven() {
        return new Reckoned<>(
                WayTemplates.class,
                "access-break-even",
                Unit.GIB,
                answer -> answer.multiply(CENT).max(BigDecimal.ONE),
                List.of("q11-c10", "q11-f8"),
                random -> new Job(300, 2 + random.nextInt(3), 2 + random.nextInt(48)),
                job -> hoursBetween(job).signum() > 0
                        && natGigabyte().add(crossing(job)).compareTo(endpointGigabyte()) > 0,
                job -> BigDecimal.valueOf(
                        AccessLab.breakEven(endpoints(job).network()).orElseThrow()),
                List.of(
                        rule(
                                "difference-of-prices-forgotten",
                                job -> hoursBetween(job)
                                        .divide(natGigabyte().add(crossing(job)), MathContext.DECIMAL64)),
                        rule(
                                "crossing-forgotten",
                                job -> hoursBetween(job)
                                        .divide(natGigabyte().subtract(endpointGigabyte()), MathContext.DECIMAL64)),
                        rule(
                                "gateway-hours-forgotten",
                                job -> endpointHours(job).divide(saved(job), MathContext.DECIMAL64)),
                        rule(
                                "address-forgotten",
                                job -> endpointHours(job)
                                        .subtract(Job.hours(1, natHour()))
                                        .divide(saved(job), MathContext.DECIMAL64))),
                job -> List.of(
                        String.valueOf(job.more()),
                        plain(endpointHour()),
                        plain(endpointGigabyte()),
                        plain(natHour()),
                        plain(natGigabyte()),
                        plain(address()),
                        String.valueOf(job.doors()),
                        plain(price("DataTransfer", "intra_region cross-AZ")),
                        String.valueOf(job.doors() - 1)),
                job -> Optional.of(LabScenario.of(LAB, endpoints(job))));
    }

    private static BigDecimal endpointHours(Job job) {
        return Job.hours((long) job.doors() * job.more(), endpointHour());
    }

    /// What a gigabyte pays for crossing zones to the one NAT gateway, on average.
    private static BigDecimal crossing(Job job) {
        return BigDecimal.TWO
                .multiply(price("DataTransfer", "intra_region cross-AZ"))
                .multiply(BigDecimal.valueOf(job.doors() - 1L))
                .divide(BigDecimal.valueOf(job.doors()), MathContext.DECIMAL64);
    }

    /// What the endpoints save by the gigabyte.
    private static BigDecimal saved(Job job) {
        return natGigabyte().add(crossing(job)).subtract(endpointGigabyte());
    }

    /// What the endpoints of a job cost by the hour more than one NAT gateway.
    private static BigDecimal hoursBetween(Job job) {
        return Job.hours(job.more(), endpointHour())
                .subtract(Job.hours(1, natHour().add(address())));
    }

    // --- scenarios

    private static AccessScenario moved(AccessScenario scenario, Job job) {
        return scenario.with(scenario.traffic().withRequests(job.gigabytes() * OBJECTS_A_GIGABYTE));
    }

    private static AccessScenario nat(Job job, int zones) {
        AccessScenario standard = LAB.standard().by(Route.NAT_GATEWAY);
        return moved(standard.with(standard.network().withZones(zones).withDoors(job.doors())), job);
    }

    private static AccessScenario endpoints(Job job) {
        AccessScenario standard = LAB.standard().by(Route.INTERFACE_ENDPOINT);
        return moved(
                standard.with(standard.network()
                        .withZones(job.doors())
                        .withDoors(job.doors())
                        .withServices(job.more())),
                job);
    }

    private static Template<Job> usd(
            String id,
            Function<RandomGenerator, Job> drawing,
            Predicate<Job> fair,
            Function<Job, BigDecimal> answering,
            List<WrongRule<Job>> wrongRules,
            Function<Job, List<String>> values,
            Function<Job, AccessScenario> scenario) {
        return new Reckoned<>(
                WayTemplates.class,
                id,
                Unit.USD,
                _ -> CENT,
                List.of("q11-c10", "q11-f8"),
                drawing,
                fair,
                answering,
                wrongRules,
                values,
                job -> Optional.of(LabScenario.of(LAB, scenario.apply(job))));
    }

    // --- prices

    private static List<PriceTier> internet() {
        return PricesInForce.book()
                .require(
                        "DataTransfer",
                        "out_to_internet",
                        LAB.standard().network().region())
                .tiers();
    }

    private static BigDecimal price(String service, String item) {
        return PricesInForce.book()
                .require(service, item, LAB.standard().network().region())
                .tiers()
                .getFirst()
                .price();
    }

    private static BigDecimal natHour() {
        return price(VPC, "nat_gateway.hour");
    }

    private static BigDecimal natGigabyte() {
        return price(VPC, "nat_gateway.data_processed");
    }

    private static BigDecimal address() {
        return price(VPC, "public_ipv4");
    }

    private static BigDecimal endpointHour() {
        return price(VPC, "interface_endpoint.hour_per_AZ");
    }

    private static BigDecimal endpointGigabyte() {
        return price(VPC, "interface_endpoint.data");
    }

    private static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
