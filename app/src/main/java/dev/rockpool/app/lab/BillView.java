package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Confidence;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the run would cost a month. Each line opens into its arithmetic, its source and how far that can be trusted.
final class BillView<S, N extends Snapshot> {
    private final LabViewModel<S, ?, N> model;
    private final Texts texts;
    private final Fold section;
    private final Label total = Words.line("");
    private final Label was = Words.muted("");
    private final List<Line> lines = new ArrayList<>();
    private final VBox list = new VBox();
    private final Label words;
    private boolean conceals;

    BillView(LabDesk<S, ?, N> desk) {
        model = desk.model();
        texts = desk.texts();
        VBox sum = new VBox(total, was);
        sum.setMinWidth(Region.USE_PREF_SIZE);
        sum.getStyleClass().add("rp-bill-total");
        section = Fold.section(texts.get(Paced.key(model.lab(), "lab.bill")), sum);
        words = Words.muted(texts.get(Paced.key(model.lab(), "lab.bill.total")));
        total.getStyleClass().addAll("rp-strong", "rp-number", "rp-content");
        was.getStyleClass().add("rp-content");
        list.getStyleClass().add("rp-bill-lines");
        section.setContent(words, list);
        section.root().setVisible(model.lab().isBilled());
        section.root().setManaged(model.lab().isBilled());
        model.told().subscribe(_ -> show());
        model.before().subscribe(_ -> show());
        model.question().subscribe(_ -> show());
        model.pinned().subscribe(left -> left.ifPresent(run -> run.moment().subscribe(_ -> show())));
    }

    Region root() {
        return section.root();
    }

    private void show() {
        boolean isConcealed = model.concealed();
        total.setVisible(!isConcealed);
        if (isConcealed != conceals) {
            conceals = isConcealed;
            if (isConcealed) {
                section.setContent(Words.plain(texts.get("lab.numbers.concealed")));
            } else {
                section.setContent(words, list);
            }
        }
        if (isConcealed) {
            was.setVisible(false);
            return;
        }
        model.told().get().ifPresent(now -> {
            Bill bill = now.bill();
            total.setText(bill.total().display());
            Optional<Moment<S, N>> left =
                    model.pinned().get().flatMap(run -> run.moment().get());
            Optional<String> other = (left.isPresent() ? left : model.before().get())
                    .map(moment -> moment.bill().total().display())
                    .filter(shown -> !shown.equals(total.getText()));
            was.setText(other.map(shown -> texts.get(left.isPresent() ? "lab.left" : "lab.was", shown))
                    .orElse(""));
            was.setVisible(other.isPresent());
            was.setManaged(other.isPresent());
            while (lines.size() < bill.lines().size()) {
                lines.add(new Line());
            }
            while (lines.size() > bill.lines().size()) {
                lines.removeLast();
            }
            for (int at = 0; at < lines.size(); at++) {
                lines.get(at).show(bill.lines().get(at));
            }
            if (list.getChildren().size() != lines.size()) {
                list.getChildren()
                        .setAll(lines.stream()
                                .<Node>map(line -> line.fold.root())
                                .toList());
            }
        });
    }

    private final class Line {
        private final Label item = Words.plain("");
        private final Label amount = Words.line("");
        private final Label doubt = Words.muted("");
        private final Label arithmetic = Words.small("");
        private final Label source = Words.muted("");
        private final Fold fold;

        Line() {
            item.getStyleClass().addAll("rp-small", "rp-content");
            amount.getStyleClass().addAll("rp-small", "rp-number", "rp-content");
            doubt.getStyleClass().add("rp-content");
            doubt.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            VBox words = new VBox(item, doubt);
            HBox.setHgrow(words, Priority.ALWAYS);
            arithmetic.getStyleClass().addAll("rp-mono", "rp-content", "rp-formula");
            source.getStyleClass().add("rp-content");
            fold = new Fold(texts.get("lab.bill.line"), List.of(words, amount));
            fold.root().getStyleClass().add("rp-number-row");
            fold.setContent(arithmetic, source);
        }

        void show(BillLine line) {
            item.setText(line.usage().item());
            amount.setText(line.amount().display());
            boolean doubtful = line.confidence() != Confidence.PRIMARY;
            boolean own = PricesInForce.book().isOwn(line.usage());
            doubt.setText(
                    own
                            ? texts.get("lab.bill.own")
                            : doubtful
                                    ? texts.get(
                                            "lab.bill.doubt", line.confidence().word())
                                    : "");
            doubt.setVisible(own || doubtful);
            doubt.setManaged(own || doubtful);
            if (fold.open().get() || arithmetic.getText().isEmpty()) {
                arithmetic.setText(line.arithmetic());
                source.setText(line.asOf()
                        .map(date -> texts.get(
                                "lab.bill.source",
                                line.source(),
                                date.toString(),
                                line.confidence().word()))
                        .orElseGet(() -> texts.get("lab.bill.source.undated", line.source())));
            }
        }
    }
}
