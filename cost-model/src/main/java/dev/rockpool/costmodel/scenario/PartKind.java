package dev.rockpool.costmodel.scenario;

import static dev.rockpool.costmodel.scenario.Inputs.bookName;
import static dev.rockpool.costmodel.scenario.Inputs.choice;
import static dev.rockpool.costmodel.scenario.Inputs.fixed;
import static dev.rockpool.costmodel.scenario.Inputs.growing;
import static dev.rockpool.costmodel.scenario.Inputs.linear;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.stream.StreamDesign;
import dev.rockpool.costmodel.stream.StreamMode;
import dev.rockpool.costmodel.workload.AthenaQueries;
import dev.rockpool.costmodel.workload.CatalogEntries;
import dev.rockpool.costmodel.workload.ContainerTasks;
import dev.rockpool.costmodel.workload.DeliveryStream;
import dev.rockpool.costmodel.workload.EncryptionKeys;
import dev.rockpool.costmodel.workload.ExpressWorkflows;
import dev.rockpool.costmodel.workload.FlinkApplication;
import dev.rockpool.costmodel.workload.FunctionInvocations;
import dev.rockpool.costmodel.workload.GatewayEndpoint;
import dev.rockpool.costmodel.workload.GlueJobs;
import dev.rockpool.costmodel.workload.InterfaceEndpoints;
import dev.rockpool.costmodel.workload.NatGateways;
import dev.rockpool.costmodel.workload.ObjectRequests;
import dev.rockpool.costmodel.workload.PricedItem;
import dev.rockpool.costmodel.workload.QueueRequests;
import dev.rockpool.costmodel.workload.Restores;
import dev.rockpool.costmodel.workload.StreamTraffic;
import dev.rockpool.costmodel.workload.TableRequests;
import dev.rockpool.costmodel.workload.Tariff;
import dev.rockpool.costmodel.workload.Transfer;
import dev.rockpool.costmodel.workload.WarehouseQueries;
import dev.rockpool.costmodel.workload.Workload;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The services that a scenario can have, each with its inputs and the workload that they are.
///
/// [#ITEM] takes any item of the price book, so that every service can be in a scenario.
@SuppressWarnings("ImmutableEnumChecker") // lists of records and functions without state
public enum PartKind {
    /// Objects that are stored, age, move to another class and go.
    OBJECTS(
            List.of(
                    fixed("objects", Measure.OBJECTS, "10000000000", "1000000"),
                    growing("added", Measure.OBJECTS, "1000000000", "0"),
                    linear("kib", Measure.KIB, "1", "5242880", true, "1024"),
                    choice("class", StoredObjects.CLASSES, "STANDARD"),
                    linear("moveAfter", Measure.DAYS, "0", "365", false, "0"),
                    choice("moveTo", StoredObjects.CLASSES, "STANDARD_IA"),
                    choice("moveSmall", Inputs.NO_YES, "no"),
                    linear("deleteAfter", Measure.DAYS, "0", "3650", false, "0"),
                    linear("readsEach", Measure.PLAIN, "0", "100", false, "0")),
            PartKind::none),
    REQUESTS(
            List.of(
                    choice(
                            "class",
                            List.of(
                                    "STANDARD",
                                    "INTELLIGENT_TIERING",
                                    "STANDARD_IA",
                                    "ONEZONE_IA",
                                    "GLACIER_IR",
                                    "EXPRESS_ONEZONE"),
                            "STANDARD"),
                    growing("writes", Measure.REQUESTS, "100000000000", "1000000"),
                    growing("reads", Measure.REQUESTS, "100000000000", "10000000"),
                    growing("lists", Measure.REQUESTS, "10000000000", "0"),
                    growing("gibWritten", Measure.GIB, "10000000", "0"),
                    growing("gibRead", Measure.GIB, "10000000", "0")),
            part -> new ObjectRequests(
                    part.text("class"),
                    part.number("writes"),
                    part.number("reads"),
                    part.number("lists"),
                    part.bytes("gibWritten"),
                    part.bytes("gibRead"))),
    RESTORES(
            List.of(
                    choice("class", List.of("GLACIER", "DEEP_ARCHIVE"), "GLACIER"),
                    choice("speed", List.of("Standard", "Bulk"), "Standard"),
                    growing("restored", Measure.OBJECTS, "1000000000", "1000"),
                    growing("gib", Measure.GIB, "10000000", "100"),
                    linear("days", Measure.DAYS, "1", "30", false, "7")),
            part -> new Restores(
                    part.text("class"),
                    part.text("speed"),
                    part.number("restored"),
                    part.bytes("gib"),
                    Duration.ofDays(part.whole("days")))),
    TRANSFER(
            List.of(
                    growing("gibOut", Measure.GIB, "10000000", "1000"),
                    growing("gibAcrossZones", Measure.GIB, "10000000", "0"),
                    growing("gibToRegion", Measure.GIB, "10000000", "0")),
            part -> new Transfer(part.bytes("gibOut"), part.bytes("gibAcrossZones"), part.bytes("gibToRegion"), "")),
    KEYS(
            List.of(
                    linear("keys", Measure.COUNT, "0", "1000", true, "1"),
                    linear("rotations", Measure.COUNT, "0", "10", false, "0"),
                    growing("objectRequests", Measure.REQUESTS, "100000000000", "10000000"),
                    linear("savedPercent", Measure.PERCENT, "0", "99", false, "0")),
            part -> new EncryptionKeys(
                    part.number("keys"),
                    part.whole("rotations"),
                    part.number("objectRequests"),
                    part.number("savedPercent").movePointLeft(2))),
    NAT_GATEWAYS(
            List.of(
                    linear("gateways", Measure.COUNT, "0", "100", false, "1"),
                    growing("gib", Measure.GIB, "10000000", "1000")),
            (part, tariff) ->
                    new NatGateways(part.number("gateways"), tariff.month().time(), part.bytes("gib"))),
    INTERFACE_ENDPOINTS(
            List.of(
                    linear("endpoints", Measure.COUNT, "0", "100", false, "4"),
                    linear("zones", Measure.COUNT, "1", "6", false, "2"),
                    growing("gib", Measure.GIB, "10000000", "1000")),
            (part, tariff) -> new InterfaceEndpoints(
                    part.number("endpoints"),
                    part.number("zones"),
                    tariff.month().time(),
                    part.bytes("gib"))),
    GATEWAY_ENDPOINT(
            List.of(growing("gib", Measure.GIB, "10000000", "1000")), part -> new GatewayEndpoint(part.bytes("gib"))),
    STREAM(
            List.of(
                    choice("mode", List.of("PROVISIONED", "ON_DEMAND", "ON_DEMAND_ADVANTAGE"), "PROVISIONED"),
                    linear("shards", Measure.COUNT, "1", "1000", true, "4"),
                    growing("recordsPerSecond", Measure.RECORDS_PER_SECOND, "1000000", "1000"),
                    linear("recordBytes", Measure.BYTES, "1", "1048576", true, "1024"),
                    linear("consumers", Measure.COUNT, "0", "20", false, "1"),
                    linear("enhancedConsumers", Measure.COUNT, "0", "20", false, "0"),
                    linear("retentionHours", Measure.HOURS, "24", "8760", true, "24")),
            part -> new StreamTraffic(new StreamDesign(
                    StreamMode.valueOf(part.text("mode")),
                    part.whole("shards"),
                    part.number("recordsPerSecond"),
                    part.whole("recordBytes"),
                    Math.toIntExact(part.whole("consumers")),
                    Math.toIntExact(part.whole("enhancedConsumers")),
                    Duration.ofHours(part.whole("retentionHours"))))),
    DELIVERY(
            List.of(
                    choice(
                            "source",
                            List.of("DIRECT_PUT_OR_DATA_STREAM", "MSK", "VENDED_LOGS"),
                            "DIRECT_PUT_OR_DATA_STREAM"),
                    growing("records", Measure.RECORDS, "1000000000000", "1000000000"),
                    linear("recordBytes", Measure.BYTES, "1", "1024000", true, "1024"),
                    choice("converted", Inputs.NO_YES, "no"),
                    choice("partitioned", Inputs.NO_YES, "no"),
                    growing("delivered", Measure.OBJECTS, "100000000", "100000")),
            part -> new DeliveryStream(
                    DeliveryStream.Source.valueOf(part.text("source")),
                    part.number("records"),
                    part.whole("recordBytes"),
                    part.yes("converted"),
                    part.yes("partitioned"),
                    part.number("delivered"))),
    TABLE(
            List.of(
                    choice("tableClass", List.of("STANDARD", "STANDARD_IA"), "STANDARD"),
                    linear("itemBytes", Measure.BYTES, "1", "409600", true, "1024"),
                    growing("writes", Measure.REQUESTS, "100000000000", "10000000"),
                    growing("reads", Measure.REQUESTS, "100000000000", "50000000"),
                    choice("consistency", List.of("EVENTUAL", "STRONG", "TRANSACTIONAL"), "EVENTUAL")),
            part -> new TableRequests(
                    part.text("tableClass").equals("STANDARD_IA"),
                    part.whole("itemBytes"),
                    part.number("writes"),
                    part.number("reads"),
                    part.text("consistency").equals("TRANSACTIONAL"),
                    part.text("consistency").equals("EVENTUAL"))),
    FUNCTION(
            List.of(
                    growing("invocations", Measure.REQUESTS, "100000000000", "10000000"),
                    linear("milliseconds", Measure.MILLISECONDS, "1", "900000", true, "100"),
                    linear("memoryMib", Measure.MIB, "128", "10240", false, "512")),
            part -> new FunctionInvocations(
                    part.number("invocations"),
                    Duration.ofMillis(part.whole("milliseconds")),
                    part.whole("memoryMib"))),
    WORKFLOWS(
            List.of(
                    growing("executions", Measure.REQUESTS, "100000000000", "1000000"),
                    linear("milliseconds", Measure.MILLISECONDS, "1", "300000", true, "1000"),
                    linear("memoryMib", Measure.MIB, "1", "1024", true, "64")),
            part -> new ExpressWorkflows(
                    part.number("executions"), Duration.ofMillis(part.whole("milliseconds")), part.whole("memoryMib"))),
    QUERIES(
            List.of(
                    growing("queries", Measure.REQUESTS, "1000000000", "10000"),
                    linear("scannedMib", Measure.MIB, "1", "104857600", true, "1024")),
            part -> new AthenaQueries(part.number("queries"), part.whole("scannedMib") << 20)),
    JOBS(
            List.of(
                    growing("runs", Measure.COUNT, "1000000", "720"),
                    linear("minutes", Measure.MINUTES, "1", "2880", true, "10"),
                    linear("units", Measure.COUNT, "1", "1000", true, "10"),
                    choice("flexible", Inputs.NO_YES, "no")),
            part -> new GlueJobs(
                    part.number("runs"),
                    Duration.ofMinutes(part.whole("minutes")),
                    part.number("units"),
                    part.yes("flexible"))),
    CATALOG(
            List.of(
                    growing("entries", Measure.OBJECTS, "1000000000", "2000000"),
                    growing("catalogRequests", Measure.REQUESTS, "10000000000", "5000000")),
            part -> new CatalogEntries(part.number("entries"), part.number("catalogRequests"))),
    QUEUE(
            List.of(
                    growing("requests", Measure.REQUESTS, "100000000000", "100000000"),
                    linear("payloadKib", Measure.KIB, "1", "1024", true, "4")),
            part -> new QueueRequests(part.number("requests"), part.whole("payloadKib") << 10)),
    WAREHOUSE(
            List.of(
                    growing("wakings", Measure.COUNT, "1000000", "720"),
                    linear("minutes", Measure.MINUTES, "1", "2880", true, "10"),
                    linear("rpu", Measure.COUNT, "4", "1024", true, "32")),
            part -> new WarehouseQueries(
                    part.number("wakings"), Duration.ofMinutes(part.whole("minutes")), part.number("rpu"))),
    CONTAINERS(
            List.of(
                    growing("tasks", Measure.COUNT, "1000000", "720"),
                    linear("minutes", Measure.MINUTES, "1", "44640", true, "60"),
                    linear("processors", Measure.PLAIN, "0.25", "16", false, "1"),
                    linear("memoryGib", Measure.GIB, "1", "120", false, "2"),
                    linear("diskGib", Measure.GIB, "20", "200", false, "20"),
                    choice("arm", Inputs.NO_YES, "no")),
            part -> new ContainerTasks(
                    part.number("tasks"),
                    Duration.ofMinutes(part.whole("minutes")),
                    part.number("processors"),
                    part.number("memoryGib"),
                    part.number("diskGib"),
                    part.yes("arm"))),
    FLINK(
            List.of(
                    linear("kpus", Measure.COUNT, "0", "64", false, "2"),
                    linear("starts", Measure.COUNT, "1", "1000", true, "1"),
                    linear("hours", Measure.HOURS, "1", "730", true, "730")),
            part -> new FlinkApplication(
                    part.number("kpus"), part.number("starts"), Duration.ofHours(part.whole("hours")))),
    /// Any item of the price book, by the quantity a month.
    ITEM(
            List.of(
                    bookName("service", "SageMaker"),
                    bookName("item", "ml.m5.large"),
                    growing("quantity", Measure.PLAIN, "1000000000000", "730")),
            part -> new PricedItem(part.text("service"), part.text("item"), part.number("quantity")));

    private final String id;
    private final List<Input> inputs;
    private final BiFunction<PartInMonth, Tariff, List<UsageLine>> usage;

    PartKind(List<Input> inputs, Function<PartInMonth, Workload> workload) {
        this(inputs, (part, _) -> workload.apply(part));
    }

    PartKind(List<Input> inputs, BiFunction<PartInMonth, Tariff, Workload> workload) {
        id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.inputs = List.copyOf(inputs);
        usage = (part, tariff) -> workload.apply(part, tariff).lines(tariff);
    }

    /// Its name in scenarios: `nat-gateways`.
    public String id() {
        return id;
    }

    public List<Input> inputs() {
        return inputs;
    }

    /// The kind of that name.
    ///
    /// @throws InputException if there is none
    public static PartKind named(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        Part.CODE,
                        "kind: there is no kind " + Quote.of(id) + " of a part; "
                                + NearMatches.of(
                                        id,
                                        Arrays.stream(values())
                                                .map(PartKind::id)
                                                .toList())
                                + "."));
    }

    /// What a part of this kind uses in a month; objects are metered over all months instead.
    List<UsageLine> usage(Part part, BigDecimal growth, Tariff tariff) {
        return usage.apply(new PartInMonth(part, growth), tariff);
    }

    private static Workload none(PartInMonth part) {
        return new PricedItem("S3", "request.DELETE_CANCEL", BigDecimal.ZERO);
    }
}
