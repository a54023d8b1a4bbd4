package dev.rockpool.app.storageclasses;

import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.storageclasses.StorageClassesSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The classes side by side: what they cost so far and in all, how long a read waits, availability, durability, zones,
/// minimums. Where there is little room, what the lab asks about stays and the rest leaves.
final class ClassTable {
    private static final List<String> COLUMNS =
            List.of("name", "so-far", "in-all", "latency", "minimums", "availability", "zones", "durability");
    private static final int NUMBERS_TO = 2;

    /// Which columns get room first: the name, the whole amount, the wait, the minimums.
    private static final List<Integer> FIRST = List.of(0, 2, 3, 4, 1, 5, 6, 7);

    /// So many of these make a table.
    private static final int LEAST_COLUMNS = 2;

    private final Texts texts;
    private final ClassWords words;
    private final GridPane grid = new GridPane();
    private final List<Label> heads = new ArrayList<>();
    private final Map<StorageClass, List<Label>> rows = new EnumMap<>(StorageClass.class);
    private List<StorageClass> order = List.of();

    ClassTable(Texts texts, ClassWords words) {
        this.texts = texts;
        this.words = words;
        grid.getStyleClass().addAll("rp-class-table", "rp-content");
        grid.setMinWidth(0);
        for (int column = 0; column < COLUMNS.size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column > 0 && column <= NUMBERS_TO ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(constraints);
            Label head = cell(texts.get("storage-classes.column." + COLUMNS.get(column)));
            head.getStyleClass().add("rp-muted");
            heads.add(head);
        }
    }

    Region root() {
        return grid;
    }

    /// Shows as many columns as fit into `width`.
    ///
    /// @return whether the name and an amount do
    boolean fit(double width) {
        if (grid.getScene() != null) {
            grid.applyCss();
        }
        double needed = 0;
        boolean fits = true;
        int shown = 0;
        for (int column : FIRST) {
            double widest = heads.get(column).prefWidth(-1);
            for (List<Label> cells : rows.values()) {
                widest = Math.max(widest, cells.get(column).prefWidth(-1));
            }
            needed += widest + (column == 0 ? 0 : grid.getHgap());
            fits &= needed <= width;
            shown += fits ? 1 : 0;
            show(heads.get(column), fits);
            for (List<Label> cells : rows.values()) {
                show(cells.get(column), fits);
            }
        }
        return shown >= LEAST_COLUMNS;
    }

    void show(StorageClassesSnapshot now) {
        List<StorageClass> classes = now.classes().stream()
                .map(StorageClassesSnapshot.ClassState::storageClass)
                .toList();
        if (!classes.equals(order)) {
            order = classes;
            build();
        }
        boolean isBestFound = false;
        for (StorageClassesSnapshot.ClassState state : now.classes()) {
            List<Label> cells = rows.getOrDefault(state.storageClass(), List.of());
            if (cells.isEmpty()) {
                continue;
            }
            boolean isBest = state.isAllowed() && !isBestFound;
            isBestFound |= isBest;
            cells.get(0).setText(name(state, isBest));
            cells.get(1).setText(words.money(state.usd()));
            cells.get(2).setText(words.money(state.finalUsd()));
            for (Label cell : cells) {
                style(cell, "rp-strong", isBest);
                style(cell, "rp-muted", !state.isAllowed());
            }
        }
    }

    private String name(StorageClassesSnapshot.ClassState state, boolean isBest) {
        String name = words.shortName(state.storageClass());
        if (isBest) {
            return texts.get("storage-classes.best", name);
        }
        if (state.isAllowed()) {
            return name;
        }
        return texts.get("storage-classes.refused", name);
    }

    void light(Optional<StorageClass> lit) {
        rows.forEach((storageClass, cells) -> cells.forEach(cell ->
                style(cell, "rp-class-lit", lit.filter(storageClass::equals).isPresent())));
    }

    private void build() {
        grid.getChildren().clear();
        rows.clear();
        for (int column = 0; column < COLUMNS.size(); column++) {
            grid.add(heads.get(column), column, 0);
        }
        int row = 1;
        for (StorageClass storageClass : order) {
            List<Label> cells = new ArrayList<>();
            for (String fact : List.of(
                    "",
                    "",
                    "",
                    words.latency(storageClass),
                    words.minimums(storageClass),
                    words.availability(storageClass),
                    words.zones(storageClass),
                    words.durability(storageClass))) {
                Label label = cell(fact);
                grid.add(label, cells.size(), row);
                cells.add(label);
            }
            rows.put(storageClass, cells);
            row++;
        }
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("rp-small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void show(Label label, boolean visible) {
        label.setVisible(visible);
        label.setManaged(visible);
    }

    private static void style(Label label, String style, boolean wears) {
        if (wears && !label.getStyleClass().contains(style)) {
            label.getStyleClass().add(style);
        } else if (!wears) {
            label.getStyleClass().remove(style);
        }
    }
}
