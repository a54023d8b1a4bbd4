package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *rows-columns*.
final class RowsColumnsCodec implements ScenarioCodec<RowsColumnsScenario> {
    static final long MOST_ROWS = 100_000_000_000L;
    static final int MOST_COLUMNS = 1_000;
    static final int MOST_BYTES = 1_000;
    static final double MOST_COMPRESSION = 100;
    static final int LEAST_MEASURED = 10_000;
    static final int MOST_MEASURED = 1_000_000;

    private static final List<String> FIELDS = List.of(
            "rows",
            "columns",
            "valueBytes",
            "operation",
            "columnsRead",
            "compression",
            "measuredRows",
            "index",
            "ordered");

    private final RowsColumnsScenario standard;

    RowsColumnsCodec(RowsColumnsScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(RowsColumnsScenario scenario) {
        ObjectNode json = LabJson.object();
        json.put("rows", scenario.rows());
        json.put("columns", scenario.columns());
        json.put("valueBytes", scenario.valueBytes());
        json.put("operation", scenario.operation().word());
        json.put("columnsRead", scenario.columnsRead());
        json.put("compression", LabJson.exact(scenario.compression()));
        json.put("measuredRows", scenario.measuredRows());
        json.put("index", scenario.hasIndex());
        json.put("ordered", scenario.isOrdered());
        return json;
    }

    @Override
    public RowsColumnsScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        return new RowsColumnsScenario(
                fields.whole("rows", 1, MOST_ROWS, standard.rows()),
                (int) fields.whole("columns", 1, MOST_COLUMNS, standard.columns()),
                (int) fields.whole("valueBytes", 1, MOST_BYTES, standard.valueBytes()),
                Operation.of(fields.word(
                                "operation",
                                Operation.words(),
                                Optional.of(standard.operation().word())))
                        .orElse(standard.operation()),
                (int) fields.whole("columnsRead", 1, MOST_COLUMNS, standard.columnsRead()),
                fields.decimal("compression", 1, MOST_COMPRESSION, standard.compression()),
                (int) fields.whole("measuredRows", LEAST_MEASURED, MOST_MEASURED, standard.measuredRows()),
                fields.truth("index", standard.hasIndex()),
                fields.truth("ordered", standard.isOrdered()));
    }
}
