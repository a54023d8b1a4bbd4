package dev.rockpool.app.query;

import dev.rockpool.app.task.RunningTask;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.database.ReadOnlySql;
import dev.rockpool.database.Selection;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// One question at a time and its answer. Foreground only; questions run on the background.
final class QueryViewModel {
    private final ReadOnlySql reader;
    private final TaskRunner tasks;
    private final List<ReadyQuestion> ready = ReadyQuestion.all();
    private final StringProperty sql = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final AtomicReference<Optional<Runnable>> end = new AtomicReference<>(Optional.empty());
    private Optional<RunningTask> task = Optional.empty();

    QueryViewModel(ReadOnlySql reader, TaskRunner tasks) {
        this.reader = reader;
        this.tasks = tasks;
    }

    List<ReadyQuestion> ready() {
        return ready;
    }

    /// What stands in the editor.
    StringProperty sql() {
        return sql;
    }

    /// The last answer; it stays when a later question is at fault.
    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    /// Why the last question has no answer; empty if it has one.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// The ready-made question that stands in the editor unchanged.
    Optional<ReadyQuestion> chosen() {
        return ready.stream().filter(each -> each.sql().equals(sql.get())).findFirst();
    }

    /// Asks a ready-made question.
    void ask(ReadyQuestion question) {
        sql.set(question.sql());
        ask();
    }

    /// Asks what stands in the editor. One question runs at a time: a second ends the first.
    void ask() {
        cancel();
        String question = sql.get();
        running.set(true);
        fault.set("");
        RunningTask[] mine = new RunningTask[1];
        mine[0] = tasks.of(_ -> read(question))
                .onSuccess(found -> answer.set(Optional.of(found)))
                .onFailure(InputException.class, refused -> fault.set(refused.sentence()))
                .afterwards(() -> {
                    if (task.isEmpty() || task.get() == mine[0]) {
                        running.set(false);
                    }
                })
                .start();
        task = Optional.of(mine[0]);
    }

    /// Ends the question that runs, if one does.
    void cancel() {
        task.ifPresent(RunningTask::cancel);
        task = Optional.empty();
        end.get().ifPresent(Runnable::run);
        running.set(false);
    }

    /// Writes the whole answer to the question last answered.
    void writeCsv(Path file) throws IOException {
        Optional<Answer> shown = answer.get();
        if (shown.isEmpty()) {
            return;
        }
        try (Selection rows = reader.select(shown.get().sql());
                Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(rows.columns().stream().map(Selection.Column::name));
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                csv.printRecord(row.get().stream().map(value -> value.orElse(null)));
            }
        }
    }

    private Answer read(String question) {
        try (Selection rows = reader.select(question, how -> end.set(Optional.of(how)))) {
            return Answer.of(question, rows);
        } finally {
            end.set(Optional.empty());
        }
    }
}
