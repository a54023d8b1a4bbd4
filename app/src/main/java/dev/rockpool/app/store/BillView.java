package dev.rockpool.app.store;

import dev.rockpool.app.kit.Words;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.platform.PlatformBill;
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

/// What the platform has used since it was opened, priced as the cloud would price it: the sum, and each line with its
/// arithmetic.
final class BillView {
    private final StoreWords words;
    private final Label total = new Label();
    private final Label since = Words.muted("");
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final VBox root = new VBox();

    BillView(StoreViewModel model, StoreWords words) {
        this.words = words;
        total.getStyleClass().addAll("rp-title", "rp-content");
        since.getStyleClass().add("rp-content");
        lines.getStyleClass().add("rp-store-rows");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(Words.heading(words.get("store.bill.title")), total, since, scroll);
        model.watch().bill().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    void focus() {
        scroll.requestFocus();
    }

    private void show(Optional<PlatformBill> bill) {
        total.setText(bill.map(each -> words.price(each.total())).orElse(""));
        since.setText(bill.map(each -> words.get("store.bill.since", words.time(each.from()), words.time(each.to())))
                .orElse(""));
        List<Node> nodes = new ArrayList<>();
        bill.ifPresent(each -> {
            for (StorageMonth month : each.storage()) {
                Label name = Words.small(words.get("store.bill.month", month.name()));
                name.getStyleClass().addAll("rp-strong", "rp-content");
                nodes.add(name);
                for (int at = 0; at < month.measures().size(); at++) {
                    nodes.add(line(
                            words.measure(month.measures().get(at)),
                            month.bill().lines().get(at)));
                }
            }
            if (!each.others().lines().isEmpty()) {
                Label name = Words.small(words.get("store.bill.others"));
                name.getStyleClass().add("rp-strong");
                nodes.add(name);
                each.others().lines().forEach(line -> nodes.add(line(words.item(line.usage()), line)));
            }
        });
        if (nodes.isEmpty()) {
            nodes.add(Words.small(words.get("store.bill.none")));
        }
        lines.getChildren().setAll(nodes);
    }

    private Node line(String name, BillLine line) {
        Label what = Words.small(name);
        what.getStyleClass().add("rp-content");
        Label arithmetic = Words.muted(line.arithmetic());
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
}
