package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.workload.GatewayEndpoint;
import dev.rockpool.costmodel.workload.InterfaceEndpoints;
import dev.rockpool.costmodel.workload.NatGateways;
import dev.rockpool.costmodel.workload.ObjectRequests;
import dev.rockpool.costmodel.workload.PricedItem;
import dev.rockpool.costmodel.workload.Tariff;
import dev.rockpool.costmodel.workload.Transfer;
import dev.rockpool.costmodel.workload.Workload;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// What a month of requests costs on its way, and at S3.
///
/// - **Internet**: bytes that leave the cloud, by tiers; what comes in costs nothing.
/// - **Internet gateway**: nothing itself; a public address for an instance in each zone, by the hour.
///   Bytes between S3 and instances of its region cost nothing.
/// - **NAT gateway**: each by the hour and every byte either way; its public address; and bytes of zones
///   without one of their own, which cross to another zone and are charged there and here.
/// - **Interface endpoint**: one for each service in each zone by the hour, and every byte. Bytes that
/// cross zones to it have cost nothing since April 2022.
/// - **Gateway endpoint**: nothing.
///
/// Bytes from or to another region are charged besides. Sources: VPC, PrivateLink, EC2 (*Data transfer*)
/// and S3 pricing pages; the price book has their dates. Without a free tier.
final class AccessBills {
    private static final String VPC = "VPC";
    private static final String HOUR = "hour";
    private static final BillingMonth MONTH = BillingMonth.OF_730_HOURS;
    private static final BigDecimal HOURS = MONTH.time().hours();

    private AccessBills() {}

    /// The bill of a month: the way, what comes over the internet besides, and requests to S3.
    ///
    /// @throws InputException if a price is not known in the region
    static Bill monthly(AccessScenario scenario, MonthForecast month) {
        List<Workload> work = new ArrayList<>(way(scenario, month.bytesInside()));
        if (month.bytesOutside().signum() > 0) {
            work.addAll(overInternet(scenario, month.bytesOutside()));
        }
        work.addAll(requests(scenario, month.charged()));
        return bill(scenario, work);
    }

    /// What the way costs alone.
    ///
    /// @throws InputException if a price is not known in the region
    static Bill ofWay(AccessScenario scenario, BigDecimal bytes) {
        return bill(scenario, way(scenario, bytes));
    }

    /// The same of another way, if its prices are known.
    static Optional<Money> ofWay(AccessScenario scenario, Route route, BigDecimal bytes) {
        try {
            return Optional.of(ofWay(scenario.by(route), bytes).total());
        } catch (InputException unknown) {
            return Optional.empty();
        }
    }

    private static List<Workload> way(AccessScenario scenario, BigDecimal bytes) {
        Network network = scenario.network();
        BigDecimal doors = BigDecimal.valueOf(network.doors());
        return switch (network.route()) {
            case INTERNET -> overInternet(scenario, bytes);
            case INTERNET_GATEWAY ->
                List.of(addresses(BigDecimal.valueOf(network.zones())), toRegion(scenario, bytes, BigDecimal.ZERO));
            case NAT_GATEWAY ->
                List.of(
                        new NatGateways(doors, MONTH.time(), bytes),
                        addresses(doors),
                        toRegion(scenario, bytes, crossing(network, bytes)));
            case INTERFACE_ENDPOINT ->
                List.of(new InterfaceEndpoints(BigDecimal.valueOf(network.services()), doors, MONTH.time(), bytes));
            case GATEWAY_ENDPOINT -> List.of(new GatewayEndpoint(bytes));
            case NONE -> List.of();
        };
    }

    private static List<Workload> overInternet(AccessScenario scenario, BigDecimal bytes) {
        return scenario.asking().act() == Act.READ
                ? List.of(new Transfer(bytes, BigDecimal.ZERO, BigDecimal.ZERO, ""))
                : List.of();
    }

    private static Workload addresses(BigDecimal count) {
        return new PricedItem(VPC, "public_ipv4", count.multiply(HOURS));
    }

    private static Workload toRegion(AccessScenario scenario, BigDecimal bytes, BigDecimal across) {
        boolean elsewhere = scenario.asking().target() == Target.BUCKET_ELSEWHERE;
        return new Transfer(BigDecimal.ZERO, across, elsewhere ? bytes : BigDecimal.ZERO, "");
    }

    /// Bytes of the zones without a door of their own, whole.
    private static BigDecimal crossing(Network network, BigDecimal bytes) {
        return bytes.multiply(BigDecimal.valueOf(network.zonesWithout()))
                .divide(BigDecimal.valueOf(network.zones()), 0, RoundingMode.HALF_UP);
    }

    private static List<Workload> requests(AccessScenario scenario, BigDecimal charged) {
        if (!scenario.asking().target().isBucket()) {
            return List.of();
        }
        BigDecimal none = BigDecimal.ZERO;
        return switch (scenario.asking().act()) {
            case READ -> List.of(new ObjectRequests("STANDARD", none, charged, none, none, none));
            case WRITE -> List.of(new ObjectRequests("STANDARD", charged, none, none, none, none));
            case LIST -> List.of(new ObjectRequests("STANDARD", none, none, charged, none, none));
            case MEND -> List.of();
        };
    }

    private static Bill bill(AccessScenario scenario, List<Workload> work) {
        PriceBook book = PricesInForce.book();
        Tariff tariff = new Tariff(book, scenario.network().region(), MONTH);
        List<UsageLine> usage =
                work.stream().flatMap(each -> each.lines(tariff).stream()).toList();
        return new Biller(book).bill(usage);
    }

    /// Whether a line is charged by the hour.
    static boolean isByHour(BillLine line) {
        return line.unit().equals(HOUR);
    }

    /// What lines of a kind come to.
    static Money sum(Bill bill, Predicate<BillLine> which) {
        Money sum = Money.zero(bill.currency());
        for (BillLine line : bill.lines()) {
            sum = which.test(line) ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }

    /// The parts of the comparison of interface endpoints with one NAT gateway.
    ///
    /// @param endpointHours what the endpoints cost by the hour
    /// @param natHours what one NAT gateway and its address cost by the hour
    /// @param endpointGigabyte what a gigabyte costs at the endpoints
    /// @param natGigabyte what a gigabyte costs at the NAT gateway, with the part that crosses zones
    record Comparison(
            BigDecimal endpointHours, BigDecimal natHours, BigDecimal endpointGigabyte, BigDecimal natGigabyte) {
        /// The gigabytes a month from which on the endpoints are cheaper; empty if none are enough.
        OptionalDouble breakEven() {
            BigDecimal saved = natGigabyte.subtract(endpointGigabyte);
            if (saved.signum() <= 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(endpointHours
                    .subtract(natHours)
                    .max(BigDecimal.ZERO)
                    .divide(saved, MathContext.DECIMAL64)
                    .doubleValue());
        }
    }

    /// Interface endpoints beside one NAT gateway for the same zones.
    ///
    /// @throws InputException if a price is not known in the region
    static Comparison comparison(Network network) {
        BigDecimal zones = BigDecimal.valueOf(network.zones());
        BigDecimal crossing = BigDecimal.TWO
                .multiply(price("DataTransfer", "intra_region cross-AZ", network))
                .multiply(zones.subtract(BigDecimal.ONE))
                .divide(zones, MathContext.DECIMAL64);
        return new Comparison(
                BigDecimal.valueOf((long) network.services() * network.doors())
                        .multiply(HOURS)
                        .multiply(price(VPC, "interface_endpoint.hour_per_AZ", network)),
                HOURS.multiply(price(VPC, "nat_gateway.hour", network).add(price(VPC, "public_ipv4", network))),
                price(VPC, "interface_endpoint.data", network),
                price(VPC, "nat_gateway.data_processed", network).add(crossing));
    }

    private static BigDecimal price(String service, String item, Network network) {
        return PricesInForce.book()
                .require(service, item, network.region())
                .tiers()
                .getFirst()
                .price();
    }
}
