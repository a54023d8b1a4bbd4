package dev.rockpool.app.command;

import dev.rockpool.database.Database;
import dev.rockpool.database.ReadOnlySql;
import dev.rockpool.database.Selection;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JsonGenerator;

/// `sql "SELECT …"`: a question to the H2 file, which only reads.
@Command(
        name = "sql",
        description = {
            "Asks the H2 file of your data a question in SQL. It only reads: whatever would change something is"
                    + " refused.",
            "Answers come as a table with one line a row. Tables and views: reviews, card_state, study_day,"
                    + " review_log, quiz_attempt, prediction, and all that SHOW TABLES names."
        })
final class SqlCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(paramLabel = "SELECT", description = "One SELECT in H2's dialect.")
    private @Nullable String sql;

    @Option(names = "--json", description = "One JSON object a row instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        RockpoolCommand parent = Parent.of(rockpool);
        PrintWriter out = parent.machine().out();
        try (Database database = Database.open(parent.home().database());
                Selection answer = new ReadOnlySql(database).select(Parent.of(sql))) {
            if (json) {
                writeJson(answer, out);
            } else {
                new RowTable(out).write(answer);
            }
        }
        return ExitCode.DONE;
    }

    private static void writeJson(Selection answer, PrintWriter out) {
        try (JsonLines lines = new JsonLines(out)) {
            for (var row = answer.next(); row.isPresent(); row = answer.next()) {
                List<Optional<Object>> values = row.get();
                lines.line(fields -> {
                    for (int at = 0; at < values.size(); at++) {
                        fields.writeName(answer.columns().get(at).name());
                        write(values.get(at), fields);
                    }
                });
            }
        }
    }

    private static void write(Optional<Object> value, JsonGenerator fields) {
        if (value.isEmpty()) {
            fields.writeNull();
            return;
        }
        switch (value.get()) {
            case Long whole -> fields.writeNumber(whole);
            case BigDecimal exact -> fields.writeNumber(exact);
            case Double inexact when Double.isFinite(inexact) -> fields.writeNumber(inexact);
            case Boolean truth -> fields.writeBoolean(truth);
            case Object other -> fields.writeString(other.toString());
        }
    }
}
