package dev.rockpool.app.streams;

import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.scenario.LineKey;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a minute like the last one costs, line by line, what a month of such minutes does, and the other mode.
final class BillView {
    private final StreamsViewModel model;
    private final StreamWords words;
    private final LineWords names;
    private final Label total = new Label();
    private final Label about = Words.small("");
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final VBox root = new VBox();
    private Optional<MinuteBill> shown = Optional.empty();

    BillView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        this.names = new LineWords(words.texts());
        total.getStyleClass().addAll("rp-title", "rp-content");
        about.getStyleClass().add("rp-content");
        lines.getStyleClass().add("rp-store-rows");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren()
                .setAll(
                        Words.heading(words.get("streams.bill.title")),
                        total,
                        about,
                        scroll,
                        Words.muted(words.get("streams.bill.note")));
        model.bill().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    void focus() {
        scroll.requestFocus();
    }

    private void show(Optional<MinuteBill> bill) {
        if (bill.equals(shown)) {
            return;
        }
        shown = bill;
        total.setText(bill.map(each -> words.price(each.minute().total())).orElse(""));
        about.setText(bill.map(each -> words.get(
                        "streams.bill.month",
                        words.price(each.month()),
                        model.otherwise()
                                .map(other -> words.price(other.minute().total()))
                                .orElse("")))
                .orElse(""));
        List<Node> nodes = new ArrayList<>();
        bill.ifPresent(each -> each.minute().lines().forEach(line -> nodes.add(line(line))));
        lines.getChildren().setAll(nodes);
    }

    private Node line(BillLine line) {
        LineKey key = new LineKey(
                line.usage().service(), line.usage().item(), line.usage().about());
        Label what = Words.small(names.title(key));
        what.getStyleClass().add("rp-content");
        Label arithmetic = Words.muted(arithmetic(line, key));
        arithmetic.getStyleClass().add("rp-content");
        VBox text = new VBox(what, arithmetic);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label amount = Words.line(words.price(line.amount()));
        amount.getStyleClass().addAll("rp-small", "rp-content");
        HBox row = new HBox(text, amount);
        row.getStyleClass().add("rp-store-version");
        return row;
    }

    /// How much of it there was, and at what price unless that was several.
    private String arithmetic(BillLine line, LineKey key) {
        String quantity = names.quantity(line.usage().quantity(), line.unit(), key);
        if (line.tiers().size() != 1) {
            return quantity;
        }
        Money price = new Money(line.tiers().getFirst().price(), line.amount().currency());
        return words.get(
                "streams.bill.at", quantity, words.price(price), names.quantity(BigDecimal.ONE, line.unit(), key));
    }
}
