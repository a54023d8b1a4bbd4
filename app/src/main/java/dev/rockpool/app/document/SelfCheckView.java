package dev.rockpool.app.document;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.QuizItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A quiz item to check oneself with: answered, it says of every option why. Not scored, not kept.
final class SelfCheckView {
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final Surroundings surroundings;
    private final Texts texts;
    private final QuizItem item;

    SelfCheckView(QuizItem item, Surroundings surroundings) {
        this.item = item;
        this.surroundings = surroundings;
        texts = surroundings.texts();
        body.getStyleClass().add("rp-check-body");
        root.getStyleClass().add("rp-check");
        Region stem = markdown(item.stem());
        stem.getStyleClass().add("rp-check-stem");
        root.getChildren().setAll(stem, body);
        ask();
    }

    Region root() {
        return root;
    }

    private void ask() {
        switch (item) {
            case MultipleChoice choice -> ask(choice);
            case Numeric numeric -> ask(numeric);
            case Match match -> ask(match);
            case Order order -> ask(order, SelfCheck.start(order));
        }
    }

    private void ask(MultipleChoice choice) {
        Set<Option> chosen = new HashSet<>();
        body.getChildren().clear();
        for (Option option : choice.options()) {
            FontIcon mark = new FontIcon(choice.multi() ? Feather.SQUARE : Feather.CIRCLE);
            Region words = markdown(option.text());
            HBox.setHgrow(words, Priority.ALWAYS);
            RowButton row = new RowButton(
                    PlainText.of(option.text()),
                    () -> {
                        if (!choice.multi()) {
                            tell(choice, Set.of(option));
                        } else {
                            boolean taken = chosen.add(option) || !chosen.remove(option);
                            mark.setIconCode(taken ? Feather.CHECK_SQUARE : Feather.SQUARE);
                        }
                    },
                    mark,
                    words);
            row.getStyleClass().add("rp-content");
            body.getChildren().add(row);
        }
        if (choice.multi()) {
            body.getChildren().add(button("document.check.done", () -> tell(choice, chosen)));
        }
    }

    private void tell(MultipleChoice choice, Set<Option> chosen) {
        boolean right = choice.options().stream().allMatch(option -> option.right() == chosen.contains(option));
        List<Node> told = new ArrayList<>();
        told.add(verdict(right));
        for (Option option : choice.options()) {
            Region words = markdown(option.text());
            Region why = markdown(option.why());
            why.getStyleClass().add("rp-check-why");
            VBox both = new VBox(words, why);
            HBox.setHgrow(both, Priority.ALWAYS);
            Label mark = mark(option.right(), option.right() ? "document.check.right-one" : "document.check.not-this");
            HBox row = new HBox(mark, both);
            row.getStyleClass().add("rp-check-told");
            if (chosen.contains(option)) {
                row.getStyleClass().add("rp-check-chosen");
            }
            told.add(row);
        }
        end(told);
    }

    private void ask(Numeric numeric) {
        TextField field = new TextField();
        field.setAccessibleText(texts.get("document.check.number"));
        field.setPromptText(texts.get("document.check.number"));
        field.getStyleClass().add("rp-check-field");
        Label unit = new Label(numeric.unit());
        unit.getStyleClass().add("rp-content");
        Label fault = new Label();
        fault.getStyleClass().addAll("rp-small", "rp-danger");
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        Runnable check = () -> SelfCheck.number(field.getText())
                .ifPresentOrElse(
                        number -> end(List.of(
                                verdict(numeric.accepts(number)),
                                markdown(texts.get(
                                        "document.check.answer",
                                        numeric.answer().toPlainString(),
                                        numeric.unit(),
                                        numeric.formula().isEmpty() ? "" : "= " + numeric.formula())))),
                        () -> {
                            fault.setText(texts.get("document.check.no-number"));
                            fault.setVisible(true);
                        });
        field.setOnAction(_ -> check.run());
        HBox row = new HBox(field, unit, button("document.check.done", check));
        row.getStyleClass().add("rp-check-row");
        body.getChildren().setAll(row, fault);
    }

    private void ask(Match match) {
        List<ComboBox<String>> boxes = new ArrayList<>();
        body.getChildren().clear();
        for (Pair pair : match.pairs()) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(SelfCheck.choices(match));
            box.setPromptText(texts.get("document.check.choose"));
            box.setAccessibleText(PlainText.of(pair.left()));
            box.getStyleClass().addAll("rp-check-box", "rp-content");
            boxes.add(box);
            Region left = markdown(pair.left());
            left.getStyleClass().add("rp-check-left");
            HBox row = new HBox(left, box);
            row.getStyleClass().add("rp-check-row");
            body.getChildren().add(row);
        }
        body.getChildren().add(button("document.check.done", () -> tell(match, boxes)));
    }

    private void tell(Match match, List<ComboBox<String>> boxes) {
        List<Node> rows = new ArrayList<>();
        boolean all = true;
        for (int index = 0; index < boxes.size(); index++) {
            Pair pair = match.pairs().get(index);
            boolean right = pair.right().equals(boxes.get(index).getValue());
            all &= right;
            Region words = markdown(texts.get("document.check.pair", pair.left(), pair.right()));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark(right, right ? "document.check.paired" : "document.check.not-paired"), words);
            row.getStyleClass().add("rp-check-told");
            rows.add(row);
        }
        rows.addFirst(verdict(all));
        end(rows);
    }

    private void ask(Order order, List<String> now) {
        body.getChildren().clear();
        for (int index = 0; index < now.size(); index++) {
            int place = index;
            Region words = markdown(now.get(index));
            HBox.setHgrow(words, Priority.ALWAYS);
            Button up = step(
                    Feather.ARROW_UP, "document.check.up", now.get(place), () -> swap(order, now, place, place - 1));
            Button down = step(
                    Feather.ARROW_DOWN,
                    "document.check.down",
                    now.get(place),
                    () -> swap(order, now, place, place + 1));
            up.setDisable(index == 0);
            down.setDisable(index == now.size() - 1);
            Label number = new Label((index + 1) + ".");
            number.getStyleClass().addAll("rp-muted", "rp-content");
            HBox row = new HBox(number, words, up, down);
            row.getStyleClass().add("rp-check-row");
            body.getChildren().add(row);
        }
        body.getChildren().add(button("document.check.done", () -> tell(order, now)));
    }

    private void swap(Order order, List<String> now, int from, int to) {
        List<String> moved = new ArrayList<>(now);
        Collections.swap(moved, from, to);
        ask(order, moved);
        boolean up = to < from;
        HBox row = (HBox) body.getChildren().get(to);
        Node same = row.getChildren().get(up ? 2 : 3);
        (same.isDisabled() ? row.getChildren().get(up ? 3 : 2) : same).requestFocus();
    }

    private void tell(Order order, List<String> now) {
        List<Node> rows = new ArrayList<>();
        rows.add(verdict(now.equals(order.items())));
        for (int index = 0; index < order.items().size(); index++) {
            boolean right = order.items().get(index).equals(now.get(index));
            Region words = markdown((index + 1) + ". " + order.items().get(index));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark(right, right ? "document.check.placed" : "document.check.not-placed"), words);
            row.getStyleClass().add("rp-check-told");
            rows.add(row);
        }
        end(rows);
    }

    private void end(List<Node> told) {
        body.getChildren().setAll(told);
        if (!item.explanation().isEmpty()) {
            body.getChildren().add(markdown(item.explanation()));
        }
        Button again = button("document.check.again", this::ask);
        body.getChildren().add(again);
        again.requestFocus();
    }

    private Label verdict(boolean right) {
        Label verdict = mark(right, right ? "document.check.right" : "document.check.wrong");
        verdict.getStyleClass().add("rp-heading");
        return verdict;
    }

    private Label mark(boolean right, String key) {
        Ikon shape = right ? Feather.CHECK_CIRCLE : Feather.X;
        Label mark = new Label(texts.get(key), new FontIcon(shape));
        mark.getStyleClass().addAll("rp-check-mark", right ? "rp-right" : "rp-not-right");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    private Button step(Ikon icon, String key, String what, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("button-icon");
        button.setAccessibleText(texts.get(key, PlainText.of(what)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("rp-secondary");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Region markdown(String text) {
        return new MarkdownView(text, surroundings, Hits.NONE).root();
    }
}
