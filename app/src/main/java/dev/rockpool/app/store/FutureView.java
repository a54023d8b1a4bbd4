package dev.rockpool.app.store;

import dev.rockpool.app.kit.Words;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleEvent;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A calendar of what rules will do to an object.
final class FutureView {
    private static final int MOST = 40;

    private FutureView() {}

    /// A line an event: the day, what happens, the rule, the cost.
    static List<Node> of(List<FutureEvent> future, StoreWords words) {
        if (future.isEmpty()) {
            return List.of(Words.small(words.get("store.future.none")));
        }
        List<Node> nodes = new ArrayList<>();
        for (FutureEvent each : future.subList(0, Math.min(MOST, future.size()))) {
            LifecycleEvent event = each.event();
            Label day = Words.small(words.day(event.at()));
            day.getStyleClass().addAll("rp-strong", "rp-content");
            Label what = Words.small(words.get(
                    "store.future." + event.action().wireName(),
                    event.from().map(words::name).orElse(""),
                    event.to().map(words::name).orElse("")));
            Label rule = Words.muted(words.get("store.future.rule", event.rule(), price(each.cost(), words)));
            VBox text = new VBox(day, what, rule);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(text);
            row.getStyleClass().add("rp-store-version");
            nodes.add(row);
        }
        if (future.size() > MOST) {
            nodes.add(Words.muted(words.get("store.future.more", future.size() - MOST)));
        }
        return nodes;
    }

    private static String price(Money cost, StoreWords words) {
        return cost.amount().signum() == 0 ? words.get("store.future.free") : words.price(cost);
    }
}
