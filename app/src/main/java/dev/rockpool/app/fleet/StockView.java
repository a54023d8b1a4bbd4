package dev.rockpool.app.fleet;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.Stock;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Unit;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the objects of a fleet are under its rules when a month ends, and what each class costs: the month that is
/// looked at, or all months and their end.
public final class StockView {
    private final FleetActs acts;
    private final Texts texts;
    private final Label title = Words.heading("");
    private final GridPane rows = new GridPane();
    private final VBox root = new VBox();

    public StockView(FleetActs acts, Texts texts) {
        this.acts = acts;
        this.texts = texts;
        rows.getStyleClass().add("rp-fleet-plans");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(0);
        rows.getColumnConstraints().setAll(name, new ColumnConstraints());
        root.setId("fleet-stock");
        root.getStyleClass().addAll("rp-card", "rp-costs-card");
        root.getChildren().setAll(title, rows);
        acts.outcome().subscribe(_ -> show());
        acts.month().subscribe(_ -> show());
    }

    public Region root() {
        return root;
    }

    private void show() {
        acts.outcome()
                .getValue()
                .ifPresent(outcome ->
                        show(outcome.plans().rules(), acts.month().getValue().intValue()));
    }

    private void show(Plan plan, int month) {
        boolean all = month < 0 || month >= plan.months().size();
        int at = all ? plan.months().size() - 1 : month;
        Stock stock = plan.stocks().get(at);
        Map<StorageClass, Money> amounts =
                all ? plan.byClass() : plan.months().get(at).byClass();
        title.setText(texts.get(
                all ? "fleet.stock.all" : "fleet.stock", plan.months().get(at).name()));
        rows.getChildren().clear();
        int row = 0;
        for (StorageClass storageClass : StorageClass.values()) {
            Money amount = amounts.get(storageClass);
            long objects = stock.objectsIn(storageClass);
            if (amount != null || objects > 0) {
                Label name = Words.plain(texts.get("costs.option." + storageClass));
                Label lies = Words.muted(texts.get(
                        "fleet.stock.row",
                        Unit.COUNT.number(objects),
                        Unit.GIB_OF_BYTES.format(stock.bytesIn(storageClass))));
                lies.getStyleClass().add("rp-content");
                Label money = Words.line(amount == null ? texts.get("fleet.stock.nothing") : amount.display());
                money.getStyleClass().addAll("rp-number", "rp-content");
                money.setMaxWidth(Double.MAX_VALUE);
                VBox words = new VBox(name, lies);
                rows.addRow(row++, words, money);
            }
        }
    }
}
