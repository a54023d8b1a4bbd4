package dev.rockpool.app.costs;

import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.ForecastLine;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which prices are in force, how old those of the bill are, and ways to bring others.
final class PricesCard {
    /// So many prices of one's own are named.
    private static final int NAMED = 3;

    private final CostsViewModel model;
    private final Texts texts;
    private final PriceAge ages;
    private final Label force = Words.small("");
    private final Label own = Words.small("");
    private final Label oldest = Words.muted("");
    private final Label stale = Words.muted("");
    private final Button forget;
    private final VBox root = new VBox();

    PricesCard(CostsViewModel model, Texts texts, PriceAge ages, CostsWays ways) {
        this.model = model;
        this.texts = texts;
        this.ages = ages;
        List.of(force, own, oldest, stale)
                .forEach(label -> label.getStyleClass().add("rp-content"));
        stale.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        Button bring = new Button(texts.get("costs.prices.import"), new FontIcon(Feather.UPLOAD));
        bring.setOnAction(_ -> ways.importPrices());
        bring.setMaxWidth(Double.MAX_VALUE);
        forget = new Button(texts.get("costs.prices.forget"), new FontIcon(Feather.ROTATE_CCW));
        forget.setId("costs-prices-forget");
        forget.setOnAction(_ -> ways.forgetPrices());
        forget.setMaxWidth(Double.MAX_VALUE);
        root.setId("costs-prices");
        root.getStyleClass().addAll("rp-card", "rp-costs-card");
        root.getChildren()
                .setAll(
                        Words.heading(texts.get("costs.prices")),
                        force,
                        own,
                        oldest,
                        stale,
                        Words.muted(texts.get("costs.prices.why")),
                        bring,
                        forget);
        model.book().subscribe(_ -> show());
        model.outcome().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    private void show() {
        PriceBook book = model.book().get();
        boolean hasOwn = book.owned() > 0;
        force.setText(hasOwn ? texts.get("costs.prices.own", book.owned()) : texts.get("costs.prices.shipped"));
        visible(forget, hasOwn);
        List<ForecastLine> lines =
                model.outcome().get().map(outcome -> outcome.forecast().lines()).orElse(List.of());
        LineWords names = new LineWords(texts);
        List<String> ofBill = lines.stream()
                .filter(line -> book.isOwn(line.latest().usage()))
                .map(line -> names.name(line.key()))
                .distinct()
                .toList();
        own.setText(
                ofBill.size() <= NAMED
                        ? texts.get("costs.prices.own.here", String.join(", ", ofBill))
                        : texts.get(
                                "costs.prices.own.more",
                                ofBill.stream().limit(NAMED).collect(Collectors.joining(", ")),
                                ofBill.size() - NAMED));
        visible(own, !ofBill.isEmpty());
        List<BillLine> priced = lines.stream().map(ForecastLine::latest).toList();
        long old = priced.stream().filter(ages::isStale).count();
        stale.setText(texts.get("costs.prices.stale", old, priced.size()));
        visible(stale, old > 0);
        oldest.setText(model.outcome()
                .get()
                .map(Outcome::forecast)
                .filter(forecast -> !forecast.lines().isEmpty())
                .map(this::oldest)
                .orElse(""));
        visible(oldest, !oldest.getText().isEmpty());
    }

    private String oldest(Forecast forecast) {
        return forecast.oldestPrice()
                .map(day -> texts.get("costs.prices.oldest", ages.words(day)))
                .orElseGet(() -> texts.get("costs.prices.undated"));
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
