package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The numbers of the run. Each opens into what it means, its formula with today's values, and its closed form.
final class NumbersView<S, N extends Snapshot> {
    private final LabViewModel<S, ?, N> model;
    private final Texts texts;
    private final Fold section;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    NumbersView(LabDesk<S, ?, N> desk) {
        model = desk.model();
        texts = desk.texts();
        section = Fold.section(texts.get("lab.numbers"));
        section.open().set(true);
        model.told().subscribe(_ -> show());
        model.before().subscribe(_ -> show());
        model.question().subscribe(_ -> show());
        model.pinned().subscribe(left -> left.ifPresent(run -> run.moment().subscribe(_ -> show())));
    }

    Region root() {
        return section.root();
    }

    private void show() {
        Optional<Moment<S, N>> now = model.told().get();
        if (now.isEmpty()) {
            return;
        }
        if (model.concealed()) {
            rows.clear();
            section.setContent(Words.plain(texts.get("lab.numbers.concealed")));
            return;
        }
        List<Figure> figures = now.get().figures();
        if (!figures.stream().map(Figure::id).toList().equals(new ArrayList<>(rows.keySet()))) {
            rows.clear();
            figures.forEach(figure -> rows.put(figure.id(), new Row(figure.label())));
            section.setContent(
                    rows.values().stream().<Node>map(row -> row.fold.root()).toList());
        }
        Optional<Moment<S, N>> left =
                model.pinned().get().flatMap(run -> run.moment().get());
        Optional<Moment<S, N>> other = left.isPresent() ? left : model.before().get();
        for (Figure figure : figures) {
            Row row = rows.get(figure.id());
            if (row != null) {
                row.show(figure, other.flatMap(moment -> moment.figure(figure.id())), left.isPresent());
            }
        }
    }

    /// One number, closed or opened.
    private final class Row {
        private final Label value = Words.line("");
        private final Label was = Words.muted("");
        private final Label formula = mono();
        private final Label worked = mono();
        private final Label meaning = Words.small("");
        private final Label closed = Words.small("");
        private final Label interval = Words.small("");
        private final Fold fold;

        Row(String name) {
            Label label = Words.plain(name);
            label.getStyleClass().add("rp-content");
            was.getStyleClass().add("rp-content");
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            VBox values = new VBox(value, was);
            values.getStyleClass().add("rp-bill-total");
            values.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().addAll("rp-strong", "rp-number", "rp-content");
            meaning.getStyleClass().add("rp-content");
            fold = new Fold(name, List.of(label, values));
            fold.root().getStyleClass().add("rp-number-row");
            fold.setContent(meaning, formula, worked, closed, interval);
        }

        void show(Figure figure, Optional<Figure> other, boolean beside) {
            value.setText(figure.shown());
            Optional<String> before = other.map(Figure::shown).filter(shown -> !shown.equals(figure.shown()));
            was.setText(before.map(shown -> texts.get(beside ? "lab.left" : "lab.was", shown))
                    .orElse(""));
            show(was, before.isPresent());
            if (!fold.open().get() && !formula.getText().isEmpty()) {
                return;
            }
            meaning.setText(figure.explanation());
            formula.setText(figure.formula());
            worked.setText(figure.worked());
            show(closed, figure.closedForm().isPresent());
            figure.closedForm()
                    .ifPresent(value -> closed.setText(
                            texts.get(told("lab.numbers.closed"), figure.unit().format(value), figure.shown())));
            show(interval, figure.interval().isPresent());
            figure.interval()
                    .ifPresent(range -> interval.setText(texts.get(
                            told("lab.numbers.interval"),
                            figure.unit().number(range.low()),
                            figure.unit().format(range.high()))));
        }

        /// Where nothing is random, what is not computed was measured.
        private String told(String key) {
            return model.lab().isRandom() ? key : key + ".measured";
        }

        private static Label mono() {
            Label label = Words.small("");
            label.getStyleClass().addAll("rp-mono", "rp-content", "rp-formula");
            return label;
        }

        private static void show(Region region, boolean visible) {
            region.setVisible(visible);
            region.setManaged(visible);
        }
    }
}
