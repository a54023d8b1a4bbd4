package dev.rockpool.app.answer;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.lab.TaskBench;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a question is answered: options, a field, partners to pick or things to move. It holds the response as it
/// stands and tells every change of it.
public final class AnswerView {
    /// As wide as a digit.
    private static final String FIGURE_SPACE = "\u2007";

    private final VBox root = new VBox();
    private final Form form;
    private final QuestionWords words;
    private final Texts texts;
    private final Consumer<Response> changed;
    private final Runnable entered;
    private final boolean keyed;
    private Optional<TaskBench> bench = Optional.empty();
    private Response response;

    /// @param given what was answered before
    /// @param changed takes the response whenever it changes, complete or not
    /// @param entered follows Enter in a field
    /// @param keyed whether digits choose options, so that they are shown
    public AnswerView(
            Form form,
            Optional<Response> given,
            QuestionWords words,
            Texts texts,
            Consumer<Response> changed,
            Runnable entered,
            boolean keyed) {
        this.form = form;
        this.keyed = keyed;
        this.words = words;
        this.texts = texts;
        this.changed = changed;
        this.entered = entered;
        response = given.orElseGet(() -> switch (form) {
            case Form.Options _ -> new Response.Chosen(new TreeSet<>());
            case Form.Numeric _, Form.Typed _ -> new Response.Written("");
            case Form.Matching matching -> Response.Matched.none(matching);
            case Form.Ordering ordering -> Response.Ordered.first(ordering);
            case Form.InLab _ -> new Response.Tuned(List.of());
        });
        root.getStyleClass().add("rp-quiz-options");
        draw();
    }

    public Region root() {
        return root;
    }

    /// Pauses what runs in it.
    public void rest() {
        bench.ifPresent(TaskBench::rest);
    }

    /// The response as it stands.
    public Response response() {
        return response;
    }

    /// The key of the option at `index`.
    public static String digit(int index) {
        return String.valueOf(index + 1);
    }

    /// Takes the option of a digit, or gives it back.
    public void press(int index) {
        if (form instanceof Form.Options asked
                && index < asked.options().size()
                && response instanceof Response.Chosen(SortedSet<Integer> before)) {
            SortedSet<Integer> chosen = new TreeSet<>(before);
            if (form instanceof Form.Choice) {
                chosen.clear();
                chosen.add(index);
            } else if (!chosen.remove(index)) {
                chosen.add(index);
            }
            become(new Response.Chosen(chosen));
            draw();
        }
    }

    private void become(Response other) {
        response = other;
        changed.accept(other);
    }

    private void draw() {
        switch (form) {
            case Form.Options asked -> drawOptions(asked);
            case Form.Numeric numeric ->
                drawField(
                        texts.get("quiz.type", numeric.unit().symbol()),
                        numeric.unit().symbol());
            case Form.Typed _ -> drawField(texts.get("quiz.type.words"), "");
            case Form.Matching matching -> drawPairs(matching);
            case Form.Ordering ordering -> drawOrder(ordering);
            case Form.InLab(LabSetup setup) -> drawBench(setup);
        }
    }

    private void drawOptions(Form.Options asked) {
        SortedSet<Integer> chosen = response instanceof Response.Chosen(SortedSet<Integer> all) ? all : new TreeSet<>();
        int focused = focusedRow();
        root.getChildren().clear();
        if (asked instanceof Form.MultipleResponse several) {
            root.getChildren().add(Words.muted(texts.get("quiz.choose.several", several.rightOnes())));
        }
        for (int index = 0; index < asked.options().size(); index++) {
            int at = index;
            Option option = asked.options().get(index);
            Node text = option.value().isPresent() ? Words.line(aligned(option, asked)) : words.of(option.text());
            HBox.setHgrow(text, Priority.ALWAYS);
            RowButton row = new RowButton(PlainText.of(option.text()), () -> press(at), text);
            if (keyed) {
                row.getChildren().addFirst(KeyLabel.of(digit(index)));
            }
            row.getStyleClass().addAll("rp-content", "rp-quiz-option");
            if (chosen.contains(index)) {
                row.getStyleClass().add("rp-quiz-chosen");
            }
            if (asked instanceof Form.MultipleResponse) {
                row.getChildren()
                        .add(
                                row.getChildren().size() - 1,
                                new FontIcon(chosen.contains(index) ? Feather.CHECK_SQUARE : Feather.SQUARE));
            }
            root.getChildren().add(row);
        }
        if (focused >= 0) {
            root.getChildren().get(focused).requestFocus();
        }
    }

    private int focusedRow() {
        int place = 0;
        for (Node row : root.getChildren()) {
            if (row.isFocused()) {
                return place;
            }
            place++;
        }
        return -1;
    }

    /// The text of an option as wide as the longest of them, so that decimals stand below one another.
    static String aligned(Option option, Form.Options asked) {
        int longest = asked.options().stream()
                .mapToInt(each -> each.text().length())
                .max()
                .orElse(0);
        return FIGURE_SPACE.repeat(longest - option.text().length()) + option.text();
    }

    private void drawField(String prompt, String symbol) {
        TextField field = new TextField(response instanceof Response.Written(String text) ? text : "");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("rp-answer-field");
        field.textProperty().subscribe((_, text) -> become(new Response.Written(text)));
        field.setOnAction(_ -> entered.run());
        HBox row = new HBox(field);
        if (!symbol.isEmpty()) {
            Label unit = Words.line(symbol);
            unit.getStyleClass().add("rp-content");
            row.getChildren().add(unit);
        }
        row.getStyleClass().add("rp-check-row");
        root.getChildren().setAll(row);
    }

    private void drawBench(LabSetup setup) {
        List<LabSetting> given = response instanceof Response.Tuned(List<LabSetting> settings) ? settings : List.of();
        TaskBench made = words.bench(
                new TaskBench.Order(setup, given, settings -> become(new Response.Tuned(settings)), _ -> {}));
        bench = Optional.of(made);
        root.getChildren().setAll(made.root());
    }

    private void drawPairs(Form.Matching matching) {
        root.getChildren().clear();
        List<String> plain = matching.right().stream().map(PlainText::of).toList();
        for (int left = 0; left < matching.left().size(); left++) {
            int at = left;
            ComboBox<Integer> box = new ComboBox<>();
            for (int right = 0; right < plain.size(); right++) {
                box.getItems().add(right);
            }
            box.setCellFactory(_ -> new PartnerCell(plain));
            box.setButtonCell(new PartnerCell(plain));
            box.setPromptText(texts.get("quiz.pair.choose"));
            box.setAccessibleText(PlainText.of(matching.left().get(left)));
            box.getStyleClass().addAll("rp-check-box", "rp-content");
            if (response instanceof Response.Matched(List<Integer> partners) && partners.get(left) != Response.NONE) {
                box.setValue(partners.get(left));
            }
            box.valueProperty().subscribe((_, partner) -> {
                if (partner != null && response instanceof Response.Matched matched) {
                    become(matched.with(at, partner));
                }
            });
            Region given = words.of(matching.left().get(left), "rp-quiz-left");
            HBox row = new HBox(given, box);
            row.getStyleClass().add("rp-check-row");
            root.getChildren().add(row);
        }
    }

    /// A partner in the list and, once it is chosen, in the box.
    private static final class PartnerCell extends ListCell<Integer> {
        private final List<String> partners;

        PartnerCell(List<String> partners) {
            this.partners = partners;
        }

        @Override
        protected void updateItem(Integer partner, boolean empty) {
            super.updateItem(partner, empty);
            setText(empty || partner == null ? null : partners.get(partner));
        }
    }

    private void drawOrder(Form.Ordering ordering) {
        List<Integer> now = response instanceof Response.Ordered(List<Integer> items) ? items : List.of();
        List<Node> rows = new ArrayList<>();
        for (int place = 0; place < now.size(); place++) {
            int at = place;
            String item = ordering.items().get(now.get(place));
            Region text = words.of(item);
            HBox.setHgrow(text, Priority.ALWAYS);
            Button up = step(Feather.ARROW_UP, "quiz.order.up", item, () -> move(at, at - 1));
            Button down = step(Feather.ARROW_DOWN, "quiz.order.down", item, () -> move(at, at + 1));
            up.setDisable(place == 0);
            down.setDisable(place == now.size() - 1);
            Label number = Words.line((place + 1) + ".");
            number.getStyleClass().addAll("rp-muted", "rp-content");
            HBox row = new HBox(number, text, up, down);
            row.getStyleClass().addAll("rp-check-row", "rp-quiz-movable");
            rows.add(row);
        }
        root.getChildren().setAll(rows);
    }

    /// The moved thing keeps the focus, so that it can be moved on.
    private void move(int from, int to) {
        if (response instanceof Response.Ordered ordered) {
            become(ordered.swapped(from, to));
            draw();
            HBox row = (HBox) root.getChildren().get(to);
            Node up = row.getChildren().get(2);
            Node down = row.getChildren().get(3);
            Node same = to < from ? up : down;
            (same.isDisabled() ? (to < from ? down : up) : same).requestFocus();
        }
    }

    private Button step(Ikon icon, String key, String what, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("button-icon");
        button.setAccessibleText(texts.get(key, PlainText.of(what)));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
