package dev.rockpool.app.cards;

import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Flag;
import dev.rockpool.study.schedule.CardState;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The cards that were found, one a row; sortable, several can be chosen.
final class CardTable {
    private static final double LEAST_FRONT = 240;
    private static final double SCROLL_BAR = 20;

    /// Below these widths of the table the numbers of memory, then topic and flag, step back for the question.
    private static final double NUMBERS_FROM = 1_150;

    private static final double TOPIC_FROM = 850;
    private static final double TOPIC = 180;
    private static final double STATE = 110;
    private static final double DUE = 100;
    private static final double NUMBER = 88;
    private static final double FLAG = 90;
    private static final double PERCENT = 100;

    private final CardsViewModel model;
    private final Texts texts;
    private final NumberFormat decimals;
    private final TableView<CardEntry> table = new TableView<>();
    private final List<TableColumn<CardEntry, CardEntry>> numbers = new ArrayList<>();
    private final List<TableColumn<CardEntry, CardEntry>> least = new ArrayList<>();

    /// @param open what a double click does
    CardTable(CardsViewModel model, Texts texts, Runnable open) {
        this.model = model;
        this.texts = texts;
        decimals = NumberFormat.getNumberInstance(texts.locale());
        decimals.setMinimumFractionDigits(1);
        decimals.setMaximumFractionDigits(1);
        table.getStyleClass().addAll("rp-table", "rp-cards-table", "rp-content");
        table.setAccessibleText(texts.get("cards.table"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> {
            TableRow<CardEntry> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    open.run();
                }
            });
            return row;
        });
        TableColumn<CardEntry, CardEntry> front = column(
                "front",
                LEAST_FRONT,
                CardEntry::front,
                Comparator.comparing(CardEntry::front, String.CASE_INSENSITIVE_ORDER));
        least.add(column("topic", TOPIC, CardEntry::topic, Comparator.comparing(CardEntry::topic)));
        column("state", STATE, this::state, Comparator.comparing(this::state));
        number(
                "due",
                DUE,
                this::due,
                entry -> model.dueDay(entry)
                        .map(day -> (double) day.toEpochDay())
                        .orElse(Double.MAX_VALUE));
        number("recall", NUMBER, this::recall, entry -> orLeast(entry.recall()));
        numbers.add(number("stability", NUMBER, entry -> days(entry.stability()), entry -> orLeast(entry.stability())));
        numbers.add(number(
                "difficulty", NUMBER, entry -> decimal(entry.difficulty()), entry -> orLeast(entry.difficulty())));
        numbers.add(number("lapses", NUMBER, entry -> String.valueOf(entry.lapses()), CardEntry::lapses));
        least.add(column("flag", FLAG, this::flag, Comparator.comparing(CardEntry::flag)));
        table.widthProperty().subscribe(width -> arrange(front, width.doubleValue()));
    }

    TableView<CardEntry> root() {
        return table;
    }

    /// What is chosen, in the order of the table.
    List<CardEntry> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /// The question takes what the other columns leave.
    private void arrange(TableColumn<CardEntry, CardEntry> front, double width) {
        numbers.forEach(column -> column.setVisible(width >= NUMBERS_FROM));
        least.forEach(column -> column.setVisible(width >= TOPIC_FROM));
        double others = table.getVisibleLeafColumns().stream()
                .filter(column -> !column.equals(front))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        front.setPrefWidth(Math.max(LEAST_FRONT, width - others - SCROLL_BAR));
    }

    /// Shows other cards; what was chosen and is still there stays chosen.
    void show(List<CardEntry> entries) {
        List<String> ids = chosen().stream().map(CardEntry::id).toList();
        SortedList<CardEntry> sorted = new SortedList<>(FXCollections.observableList(entries));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().clearSelection();
        if (ids.isEmpty()) {
            return;
        }
        Set<String> kept = Set.copyOf(ids);
        for (int at = 0; at < sorted.size(); at++) {
            if (kept.contains(sorted.get(at).id())) {
                table.getSelectionModel().select(at);
            }
        }
    }

    private TableColumn<CardEntry, CardEntry> column(
            String name, double width, Function<CardEntry, String> text, Comparator<CardEntry> order) {
        TableColumn<CardEntry, CardEntry> column = new TableColumn<>(texts.get("cards.column." + name));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(text));
        column.setComparator(order);
        table.getColumns().add(column);
        return column;
    }

    private TableColumn<CardEntry, CardEntry> number(
            String name, double width, Function<CardEntry, String> text, ToDoubleFunction<CardEntry> value) {
        TableColumn<CardEntry, CardEntry> column = column(name, width, text, Comparator.comparingDouble(value));
        column.getStyleClass().add("rp-number-column");
        column.setCellFactory(_ -> {
            Cell cell = new Cell(text);
            cell.getStyleClass().add("rp-number-cell");
            return cell;
        });
        return column;
    }

    private static double orLeast(OptionalDouble value) {
        return value.orElse(-1);
    }

    private String state(CardEntry entry) {
        if (entry.suspended()) {
            return texts.get("cards.state.suspended");
        }
        if (entry.buried()) {
            return texts.get("cards.state.buried");
        }
        return switch (entry.state()) {
            case CardState.New _ -> texts.get("cards.state.new");
            case CardState.Learning _ -> texts.get("cards.state.learning");
            case CardState.Review _ -> texts.get("cards.state.review");
            case CardState.Relearning _ -> texts.get("cards.state.relearning");
        };
    }

    private String due(CardEntry entry) {
        LocalDate today = model.today();
        return model.dueDay(entry)
                .map(day -> {
                    long days = ChronoUnit.DAYS.between(today, day);
                    return days < 0 ? texts.get("cards.overdue", -days) : texts.get("cards.days", days);
                })
                .orElse(texts.get("cards.nothing"));
    }

    private String recall(CardEntry entry) {
        return entry.recall().isPresent()
                ? texts.get("cards.percent", Math.round(entry.recall().getAsDouble() * PERCENT))
                : texts.get("cards.nothing");
    }

    private String days(OptionalDouble value) {
        return value.isPresent()
                ? texts.get("cards.days", Math.round(value.getAsDouble()))
                : texts.get("cards.nothing");
    }

    private String decimal(OptionalDouble value) {
        return value.isPresent() ? decimals.format(value.getAsDouble()) : texts.get("cards.nothing");
    }

    private String flag(CardEntry entry) {
        return entry.flag() == Flag.NONE
                ? ""
                : texts.get("cards.flag." + entry.flag().name().toLowerCase(Locale.ROOT));
    }

    private static final class Cell extends TableCell<CardEntry, CardEntry> {
        private final Function<CardEntry, String> text;

        Cell(Function<CardEntry, String> text) {
            this.text = text;
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable CardEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? "" : text.apply(entry));
        }
    }
}
