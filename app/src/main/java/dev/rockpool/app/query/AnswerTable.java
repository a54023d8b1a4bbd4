package dev.rockpool.app.query;

import dev.rockpool.app.text.Texts;
import dev.rockpool.database.Selection;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// An answer as a table: numbers to the right, with the marks of the user's language; sortable by any column.
final class AnswerTable {
    private static final double NARROWEST = 90;
    private static final double WIDEST = 420;
    private static final double CHARACTER = 8;
    private static final double PADDING = 28;
    private static final int MEASURED = 200;
    private static final int MOST_DECIMALS = 6;

    private final TableView<List<Optional<Object>>> table = new TableView<>();
    private final Texts texts;
    private final ZoneId zone;
    private final NumberFormat numbers;
    private final DateTimeFormatter times;

    AnswerTable(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        numbers = NumberFormat.getNumberInstance(texts.locale());
        numbers.setMaximumFractionDigits(MOST_DECIMALS);
        times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", texts.locale());
        table.getStyleClass().addAll("rp-table", "rp-content");
        table.setAccessibleText(texts.get("query.table"));
    }

    TableView<List<Optional<Object>>> root() {
        return table;
    }

    void show(Answer answer) {
        table.getItems().clear();
        table.getColumns().clear();
        for (int at = 0; at < answer.columns().size(); at++) {
            table.getColumns().add(column(answer, at));
        }
        table.getItems().setAll(answer.rows());
        table.scrollTo(0);
    }

    private TableColumn<List<Optional<Object>>, List<Optional<Object>>> column(Answer answer, int at) {
        Selection.Column column = answer.columns().get(at);
        boolean number = column.kind() == Selection.Kind.NUMBER;
        TableColumn<List<Optional<Object>>, List<Optional<Object>>> made = new TableColumn<>(column.name());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new Cell(at, number));
        made.setComparator((one, other) -> compare(one.get(at), other.get(at)));
        if (number) {
            made.getStyleClass().add("rp-number-column");
        }
        int longest = column.name().length();
        for (List<Optional<Object>> row :
                answer.rows().subList(0, Math.min(MEASURED, answer.rows().size()))) {
            longest = Math.max(longest, text(row.get(at)).length());
        }
        made.setPrefWidth(Math.clamp(longest * CHARACTER + PADDING, NARROWEST, WIDEST));
        return made;
    }

    /// What is missing comes last.
    private static int compare(Optional<Object> one, Optional<Object> other) {
        return one.isPresent() && other.isPresent()
                ? compare(one.get(), other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    /// Values of one column are of one kind.
    private static int compare(Object one, Object other) {
        if (one instanceof Number number && other instanceof Number second) {
            return exact(number).compareTo(exact(second));
        }
        if (one instanceof OffsetDateTime time && other instanceof OffsetDateTime second) {
            return time.compareTo(second);
        }
        return one.toString().compareToIgnoreCase(other.toString());
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case Double inexact when !Double.isFinite(inexact) -> BigDecimal.ZERO;
            default -> new BigDecimal(number.toString());
        };
    }

    /// A value as people read it.
    String text(Optional<Object> value) {
        return value.map(this::text).orElse(texts.get("query.null"));
    }

    private String text(Object value) {
        return switch (value) {
            case Number number -> numbers.format(number);
            case OffsetDateTime time -> times.format(time.atZoneSameInstant(zone));
            default -> value.toString();
        };
    }

    private final class Cell extends TableCell<List<Optional<Object>>, List<Optional<Object>>> {
        private final int column;

        Cell(int column, boolean number) {
            this.column = column;
            if (number) {
                getStyleClass().add("rp-number-cell");
            }
        }

        @Override
        protected void updateItem(@Nullable List<Optional<Object>> row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text(row.get(column)));
        }
    }
}
