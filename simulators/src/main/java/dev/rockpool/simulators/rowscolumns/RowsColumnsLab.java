package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.DescribedLab;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Pace;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The lab *rows-columns*: should this table be kept by rows or by columns?
public final class RowsColumnsLab extends DescribedLab<RowsColumnsScenario, RowsColumnsResult, RowsColumnsSnapshot> {
    private static final List<Integer> MEASURED = List.of(10_000, 50_000, 200_000);
    private static final String COLUMN_STORES = "https://doi.org/10.1145/1376616.1376712";
    private static final String READ = "2026-11";
    private static final int SMALL = 50_000;
    private static final double WIDE_MOST = 200;
    private static final double STEPS = 200;

    private final RowsColumnsCodec codec = new RowsColumnsCodec(sales());
    private final Stopwatch stopwatch;

    public RowsColumnsLab() {
        this((scenario, number) -> TableRepository.round(scenario, number, System::nanoTime));
    }

    RowsColumnsLab(Stopwatch stopwatch) {
        super("rows-columns", RowsColumnsLab.class);
        this.stopwatch = stopwatch;
    }

    /// The card's table: a billion rows of 40 columns with 8 bytes each, of which a query reads two.
    private static RowsColumnsScenario sales() {
        return new RowsColumnsScenario(1_000_000_000, 40, 8, Operation.AGGREGATE, 2, 1, SMALL);
    }

    private static RowsColumnsScenario orders(Operation operation) {
        return sales().withTable(1_000_000, 20, 8).withOperation(operation, 1);
    }

    @Override
    public RowsColumnsScenario standard() {
        return sales();
    }

    @Override
    public List<Preset<RowsColumnsScenario>> presets() {
        return List.of(
                preset("two-of-forty", sales(), RowsColumnsFigures.COLUMNS, 16e9, 400e9, "q17-q3", "q17-f2"),
                preset(
                        "one-of-wide",
                        sales().withTable(5_000_000_000L, 100, 8).withOperation(Operation.AGGREGATE, 1),
                        RowsColumnsFigures.COLUMNS,
                        40e9,
                        4e12,
                        "q17-q2"),
                preset(
                        "one-order",
                        orders(Operation.POINT_READ),
                        RowsColumnsFigures.ROWS,
                        24_576,
                        200_000,
                        "q17-q1",
                        "q17-f1"),
                preset(
                        "one-change",
                        orders(Operation.POINT_UPDATE),
                        RowsColumnsFigures.COLUMNS,
                        3 * 262_144,
                        2_000_000,
                        "q17-c3"),
                preset(
                        "every-column",
                        orders(Operation.AGGREGATE).withOperation(Operation.AGGREGATE, 20),
                        RowsColumnsFigures.COLUMNS,
                        160e6,
                        400e6,
                        "q17-c1"),
                preset(
                        "packed",
                        orders(Operation.LOAD).withCompression(4),
                        RowsColumnsFigures.COLUMNS,
                        40e6,
                        400e6,
                        "q17-f6"),
                parts.preset(
                        "fact-table",
                        sales().withTable(60_000_000, 17, 4).withOperation(Operation.AGGREGATE, 1),
                        Kind.PRIMARY,
                        COLUMN_STORES,
                        READ,
                        new Expected(RowsColumnsFigures.COLUMNS, Unit.DATA, 240e6, 0.5),
                        parts.prediction(
                                RowsColumnsFigures.COLUMNS, RowsColumnsFigures.COLUMNS, Unit.DATA, 0, 4e9, 2e7),
                        "q17-f2",
                        "q17-c1"),
                parts.preset(
                        "measured-sum",
                        orders(Operation.AGGREGATE),
                        Kind.CLOSED_FORM,
                        "",
                        "",
                        new Expected(
                                RowsColumnsFigures.TIME_RATIO,
                                Unit.FACTOR,
                                TableWork.of(orders(Operation.AGGREGATE).measuredTable())
                                        .ratio(),
                                0.01),
                        parts.prediction(
                                RowsColumnsFigures.TIME_RATIO, RowsColumnsFigures.TIME_RATIO, Unit.FACTOR, 0, 200, 1),
                        "q17-c1",
                        "q17-f1"));
    }

    private Preset<RowsColumnsScenario> preset(
            String id, RowsColumnsScenario scenario, String figure, double value, double high, String... cards) {
        return parts.preset(
                id,
                scenario,
                Kind.CLOSED_FORM,
                "",
                "",
                new Expected(figure, Unit.DATA, value, 0.5),
                parts.prediction(figure, figure, Unit.DATA, 0, high, high / STEPS),
                cards);
    }

    @Override
    public List<Challenge<RowsColumnsScenario, RowsColumnsResult>> challenges() {
        RowsColumnsScenario wide = sales();
        RowsColumnsScenario read = orders(Operation.POINT_READ);
        return List.of(
                parts.challenge(
                        "hundred-times",
                        wide,
                        (scenario, result) -> check(
                                scenario.rows() == wide.rows() && scenario.operation() == Operation.AGGREGATE,
                                result.work().ratio() >= 100,
                                result)),
                parts.challenge(
                        "rows-win",
                        wide,
                        (scenario, result) -> check(
                                scenario.withOperation(wide.operation(), wide.columnsRead())
                                        .equals(wide),
                                result.work().ratio() <= 0.01,
                                result)),
                parts.challenge(
                        "even",
                        read,
                        (scenario, result) -> check(
                                scenario.operation() == Operation.POINT_READ && scenario.hasIndex(),
                                result.work().ratio() >= 0.2,
                                result)));
    }

    private Optional<String> check(boolean asAllowed, boolean reached, RowsColumnsResult result) {
        if (!asAllowed) {
            return Optional.of(parts.texts().get("challenge.changed"));
        }
        return reached
                ? Optional.empty()
                : Optional.of(parts.texts()
                        .get("challenge.short", Unit.FACTOR.number(result.work().ratio())));
    }

    @Override
    public List<Parameter<RowsColumnsScenario>> parameters() {
        return List.of(
                parts.choice(
                        "operation",
                        Operation.words(),
                        scenario -> scenario.operation().word(),
                        (scenario, word) -> scenario.withOperation(
                                Operation.of(word).orElse(scenario.operation()), scenario.columnsRead()),
                        _ -> true),
                parts.slider(
                        "columnsRead",
                        Unit.COUNT,
                        1,
                        WIDE_MOST,
                        Scale.LOGARITHMIC,
                        1,
                        RowsColumnsScenario::read,
                        (scenario, value) -> scenario.withOperation(scenario.operation(), whole(value)),
                        scenario -> scenario.operation() == Operation.AGGREGATE),
                parts.slider(
                        "rows",
                        Unit.MILLIONS,
                        10_000,
                        1e10,
                        Scale.LOGARITHMIC,
                        10_000,
                        scenario -> (double) scenario.rows(),
                        (scenario, value) ->
                                scenario.withTable(Math.round(value), scenario.columns(), scenario.valueBytes()),
                        _ -> true),
                parts.slider(
                        "columns",
                        Unit.COUNT,
                        1,
                        WIDE_MOST,
                        Scale.LOGARITHMIC,
                        1,
                        RowsColumnsScenario::columns,
                        (scenario, value) -> scenario.withTable(scenario.rows(), whole(value), scenario.valueBytes()),
                        _ -> true),
                parts.slider(
                        "valueBytes",
                        Unit.BYTES,
                        1,
                        WIDE_MOST,
                        Scale.LOGARITHMIC,
                        1,
                        RowsColumnsScenario::valueBytes,
                        (scenario, value) -> scenario.withTable(scenario.rows(), scenario.columns(), whole(value)),
                        _ -> true),
                parts.slider(
                        "compression",
                        Unit.TIMES,
                        1,
                        20,
                        Scale.LINEAR,
                        0.5,
                        RowsColumnsScenario::compression,
                        RowsColumnsScenario::withCompression,
                        _ -> true),
                parts.choice(
                        "measuredRows",
                        MEASURED.stream().map(String::valueOf).toList(),
                        scenario -> String.valueOf(scenario.measuredRows()),
                        (scenario, word) -> scenario.withMeasuredRows(Integer.parseInt(word)),
                        _ -> true),
                parts.choice(
                        "index",
                        List.of("yes", "no"),
                        scenario -> scenario.hasIndex() ? "yes" : "no",
                        (scenario, word) -> scenario.withIndex(word.equals("yes")),
                        _ -> true),
                parts.choice(
                        "ordered",
                        List.of("yes", "no"),
                        scenario -> scenario.isOrdered() ? "yes" : "no",
                        (scenario, word) -> scenario.withOrder(word.equals("yes")),
                        _ -> true));
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("aggregate", "two-of-forty"),
                parts.guided("read", "one-order"),
                parts.guided("change", "one-change"),
                parts.guided("all", "every-column"),
                parts.guided("measure", "measured-sum"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "counts"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "measured"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "layout"));
    }

    @Override
    public ScenarioCodec<RowsColumnsScenario> codec() {
        return codec;
    }

    /// Nothing is random here.
    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    /// The picture draws what each step measures.
    @Override
    public boolean isPlotted() {
        return false;
    }

    @Override
    public boolean isBilled() {
        return false;
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    @Override
    public long seed(RowsColumnsScenario scenario) {
        return 0;
    }

    @Override
    public RowsColumnsScenario withSeed(RowsColumnsScenario scenario, long seed) {
        return scenario;
    }

    /// Nothing is measured: a result carries no wall time.
    @Override
    public RowsColumnsResult run(RowsColumnsScenario scenario) {
        TableWork work = TableWork.of(scenario);
        return new RowsColumnsResult(scenario, work, RowsColumnsFigures.of(scenario, work, Optional.empty(), parts));
    }

    @Override
    public List<Figure> figures(RowsColumnsResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(RowsColumnsResult result) {
        TableWork work = result.work();
        ObjectNode json = LabJson.object();
        json.put("rowBytes", LabJson.decimal(work.rowBytes()));
        json.put("columnBytes", LabJson.decimal(work.columnBytes()));
        json.put("ratio", LabJson.decimal(work.ratio()));
        json.put("pages", work.pages());
        json.put("pagesTouched", work.pagesTouched());
        json.put("levels", work.levels());
        json.put("rowGroups", work.rowGroups());
        json.put("chunksTouched", work.chunksTouched());
        json.put("rowTableBytes", LabJson.decimal(work.rowTableBytes()));
        json.put("columnTableBytes", LabJson.decimal(work.columnTableBytes()));
        return json;
    }

    @Override
    public RowsColumnsSimulation open(RowsColumnsScenario scenario) {
        return new RowsColumnsSimulation(scenario, parts, stopwatch);
    }
}
