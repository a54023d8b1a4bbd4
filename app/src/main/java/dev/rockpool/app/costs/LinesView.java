package dev.rockpool.app.costs;

import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Confidence;
import dev.rockpool.costmodel.PriceKey;
import dev.rockpool.costmodel.scenario.ForecastLine;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.Money;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bill, of a month or of all of them, the dearest line first. Each line opens into its arithmetic, the source of
/// its price, how old that is and how far it can be trusted.
final class LinesView {
    /// No unit of the price book costs a million.
    private static final BigDecimal MOST_PRICE = new BigDecimal(1_000_000);

    private final CostsViewModel model;
    private final Texts texts;
    private final LineWords names;
    private final PriceAge ages;
    private final CostsWays ways;
    private final Label which = Words.heading("");
    private final Label total = Words.line("");
    private final Button before;
    private final Button after;
    private final VBox lines = new VBox();
    private final List<Row> rows = new ArrayList<>();
    private final VBox root = new VBox();

    LinesView(CostsViewModel model, Texts texts, PriceAge ages, CostsWays ways) {
        this.model = model;
        this.texts = texts;
        this.ages = ages;
        this.ways = ways;
        names = new LineWords(texts);
        before = step("costs.month.previous", Feather.CHEVRON_LEFT, "P", model::previousMonth);
        after = step("costs.month.next", Feather.CHEVRON_RIGHT, "N", model::nextMonth);
        which.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(which, Priority.ALWAYS);
        total.getStyleClass().addAll("rp-strong", "rp-number", "rp-content");
        HBox head = new HBox(before, which, after);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("rp-costs-months");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox sum = new HBox(Words.plain(texts.get("costs.total")), spring, total);
        sum.getStyleClass().add("rp-costs-sum");
        lines.getStyleClass().add("rp-bill-lines");
        root.getStyleClass().addAll("rp-card", "rp-costs-lines");
        root.getChildren().setAll(head, sum, lines);
        model.outcome().subscribe(_ -> show());
        model.month().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    private Button step(String key, Feather icon, String letter, Runnable action) {
        Button button = new Button();
        HBox pair = new HBox(new FontIcon(icon), KeyLabel.of(letter));
        pair.getStyleClass().add("rp-key-pair");
        button.setGraphic(pair);
        button.getStyleClass().addAll("flat", "rp-costs-step");
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show() {
        model.outcome().get().ifPresent(this::show);
    }

    private void show(Outcome outcome) {
        int month = Math.min(model.month().get(), outcome.forecast().bills().size() - 1);
        boolean all = month == CostsViewModel.ALL_MONTHS;
        which.setText(
                all
                        ? texts.get(
                                "costs.month.all", outcome.forecast().bills().size())
                        : texts.get("costs.month.one", month + 1));
        before.setDisable(all);
        after.setDisable(month == outcome.forecast().bills().size() - 1);
        total.setText((all
                        ? outcome.forecast().total()
                        : outcome.forecast().bills().get(month).total())
                .display());
        Series series = Series.of(outcome);
        List<ForecastLine> shown = outcome.forecast().lines().stream()
                .filter(line -> all || line.months().get(month).isPresent())
                .sorted(Comparator.comparing((ForecastLine line) -> amount(line, month))
                        .reversed())
                .toList();
        while (rows.size() < shown.size()) {
            rows.add(new Row());
        }
        while (rows.size() > shown.size()) {
            rows.removeLast();
        }
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at)
                    .show(shown.get(at), month, series.rank(shown.get(at).key()).orElse(SeriesLook.OTHERS));
        }
        lines.getChildren()
                .setAll(rows.stream().<Node>map(row -> row.fold.root()).toList());
    }

    private static Money amount(ForecastLine line, int month) {
        return month == CostsViewModel.ALL_MONTHS ? line.total() : line.in(month);
    }

    private final class Row {
        private final HBox look = new HBox();
        private final Label name = Words.plain("");
        private final Label quantity = Words.muted("");
        private final Label amount = Words.line("");
        private final Label doubt = Words.muted("");
        private final Label when = Words.muted("");
        private final Label arithmetic = Words.small("");
        private final Label source = Words.muted("");
        private final Label age = Words.muted("");
        private final TextField price = new TextField();
        private final Label unit = Words.line("");
        private final Label refused = Words.small("");
        private final Fold fold;
        private Optional<BillLine> priced = Optional.empty();

        Row() {
            name.getStyleClass().add("rp-content");
            quantity.getStyleClass().add("rp-content");
            amount.getStyleClass().addAll("rp-number", "rp-content");
            doubt.getStyleClass().add("rp-content");
            doubt.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            HBox.setHgrow(quantity, Priority.ALWAYS);
            quantity.setMaxWidth(Double.MAX_VALUE);
            HBox numbers = new HBox(quantity, amount);
            numbers.getStyleClass().add("rp-costs-numbers");
            VBox words = new VBox(name, numbers, doubt);
            HBox.setHgrow(words, Priority.ALWAYS);
            arithmetic.getStyleClass().addAll("rp-mono", "rp-content", "rp-formula");
            source.getStyleClass().add("rp-content");
            age.getStyleClass().add("rp-content");
            look.setAlignment(Pos.CENTER);
            fold = new Fold(texts.get("costs.line.open"), List.of(look, words));
            fold.root().getStyleClass().add("rp-number-row");
            fold.setContent(when, arithmetic, source, age, correction());
        }

        /// A price of one's own in the place of this one.
        private Node correction() {
            price.setPrefColumnCount(7);
            price.setAccessibleText(texts.get("costs.price.own"));
            price.setOnAction(_ -> correct());
            unit.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            refused.getStyleClass().addAll("rp-danger", "rp-content");
            visible(refused, false);
            Button use = new Button(texts.get("costs.price.use"));
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setOnAction(_ -> correct());
            FlowPane row = new FlowPane(price, unit, use);
            row.getStyleClass().add("rp-fleet-acts");
            return new VBox(Words.small(texts.get("costs.price.own")), row, refused);
        }

        private void correct() {
            Optional<BigDecimal> typed = Decimals.parse(price.getText().strip())
                    .filter(number -> number.signum() >= 0 && number.compareTo(MOST_PRICE) <= 0);
            visible(refused, typed.isEmpty());
            if (typed.isEmpty()) {
                refused.setText(texts.get("costs.price.refused", Quote.of(price.getText())));
            } else {
                priced.ifPresent(line -> ways.correctPrice(line, typed.get()));
            }
        }

        void show(ForecastLine line, int month, int rank) {
            boolean all = month == CostsViewModel.ALL_MONTHS;
            BillLine bill = all ? line.latest() : line.months().get(month).orElseThrow();
            BigDecimal used = all ? line.quantity() : bill.usage().quantity();
            Drawing swatch = SeriesLook.swatch(rank);
            look.getChildren().setAll(List.of(swatch));
            name.setText(names.title(line.key()));
            quantity.setText(names.quantity(used, line.unit(), line.key()));
            amount.setText(amountOf(line, month));
            Optional<String> weak = doubt(bill);
            doubt.setText(weak.orElse(""));
            visible(doubt, weak.isPresent());
            when.setText(texts.get("costs.line.month", line.months().indexOf(Optional.of(bill)) + 1));
            visible(when, all && line.months().size() > 1);
            arithmetic.setText(bill.arithmetic());
            if (!priced.equals(Optional.of(bill))) {
                priced = Optional.of(bill);
                price.setText(Decimals.plain(bill.tiers().getFirst().price()));
                unit.setText(texts.get("costs.price.unit", bill.currency().getCurrencyCode(), bill.unit()));
                visible(refused, false);
            }
            boolean own = model.book()
                    .get()
                    .isOwn(new PriceKey(
                            bill.usage().service(),
                            bill.usage().item(),
                            bill.usage().region()));
            source.setText(texts.get(own ? "costs.line.source.own" : "costs.line.source", bill.source()));
            age.setText(texts.get(
                    "costs.line.age", ages.words(bill), bill.confidence().word()));
        }

        private String amountOf(ForecastLine line, int month) {
            return LinesView.amount(line, month).display();
        }

        private Optional<String> doubt(BillLine line) {
            if (line.confidence() != Confidence.PRIMARY) {
                return Optional.of(texts.get(
                        ages.isStale(line) ? "costs.doubt.both" : "costs.doubt.weak",
                        line.confidence().word()));
            }
            return ages.isStale(line) ? Optional.of(texts.get("costs.doubt.stale")) : Optional.empty();
        }
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
