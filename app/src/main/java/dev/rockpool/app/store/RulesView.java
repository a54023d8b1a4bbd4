package dev.rockpool.app.store;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.When;
import dev.rockpool.objectstore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lifecycle rules of a bucket: a form that adds one, the same as JSON, what the service would say to them, and
/// what they would do to the chosen object. Nothing holds before it is saved.
final class RulesView {
    private static final int ROWS = 10;
    private static final String NAME = "lifecycle.json";

    private final RulesDesk model;
    private final StoreWords words;
    private final Consumer<String> told;
    private final TextArea json = new TextArea();
    private final VBox rules = new VBox();
    private final Label verdict = Words.small("");
    private final Button save = new Button();
    private final Button price = new Button();
    private final Label futureTitle = Words.heading("");
    private final VBox future = new VBox();
    private final TextField prefix = new TextField();
    private final TextField moveDays = new TextField("30");
    private final ComboBox<StorageClass> moveTo = new ComboBox<>();
    private final TextField endDays = new TextField();
    private final TextField oldDays = new TextField();
    private final VBox root = new VBox();
    private Optional<LifecycleConfiguration> accepted = Optional.empty();

    /// @param told takes a sentence that says what was done
    /// @param foresees whether there is an object whose future is told
    /// @param priced takes the rules to where they are played over a fleet; empty where nothing leads there
    RulesView(
            RulesDesk model,
            StoreWords words,
            Consumer<String> told,
            boolean foresees,
            Optional<Consumer<String>> priced) {
        this.model = model;
        this.words = words;
        this.told = told;
        json.setPrefRowCount(ROWS);
        json.setPrefColumnCount(20);
        json.setAccessibleText(words.get("store.rules.json"));
        json.getStyleClass().addAll("rp-code-editor", "rp-content");
        json.setId("store-rules");
        json.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                (event.isShiftDown() ? oldDays : save).requestFocus();
                event.consume();
            }
        });
        json.textProperty().addListener((_, _, _) -> check());
        save.setGraphic(KeyHint.beside(words.get("store.rules.save"), KeyCombination.valueOf("Shortcut+S")));
        save.setAccessibleText(words.get("store.rules.save"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        save.setOnAction(_ -> save());
        Button none = new Button(words.get("store.rules.delete"), new FontIcon(Feather.TRASH_2));
        none.setMinWidth(Region.USE_PREF_SIZE);
        none.setOnAction(_ -> model.deleteRules(() -> {
            json.clear();
            told.accept(words.get("store.rules.deleted"));
        }));
        FlowPane acts = new FlowPane(save, none);
        price.setId("store-rules-price");
        price.setMinWidth(Region.USE_PREF_SIZE);
        price.setText(words.get("store.rules.price"));
        price.setGraphic(new FontIcon(Feather.DOLLAR_SIGN));
        priced.ifPresent(way -> {
            price.setOnAction(_ -> accepted.ifPresent(
                    rules -> way.accept(LifecycleJson.write(rules).toString())));
            acts.getChildren().add(price);
        });
        acts.getStyleClass().add("rp-store-options");
        rules.getStyleClass().add("rp-store-rows");
        verdict.getStyleClass().add("rp-content");
        future.getStyleClass().add("rp-store-rows");
        VBox left = card(Words.heading(words.get("store.rules.form")), form(), rules);
        VBox right = card(Words.heading(words.get("store.rules.json")), json, verdict, acts);
        VBox after = card(futureTitle, future);
        FlowPane wide = new FlowPane(left, right);
        if (foresees) {
            wide.getChildren().add(after);
        }
        wide.getStyleClass().add("rp-store-cards");
        wide.widthProperty().subscribe(width -> {
            double whole = Math.floor(width.doubleValue());
            double each = whole >= 900 ? (whole - 32) / 3 : whole >= 600 ? (whole - 16) / 2 : whole;
            List.of(left, right, after).forEach(card -> {
                card.setPrefWidth(Math.floor(each));
                card.setMaxWidth(Math.floor(each));
            });
        });
        ScrollPane scroll = new ScrollPane(wide);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(scroll);
        model.bucket().addListener((_, before, now) -> {
            if (!before.map(BucketEntry::name).equals(now.map(BucketEntry::name))) {
                read();
            }
        });
        model.object().subscribe(_ -> foresee());
        check();
    }

    Region root() {
        return root;
    }

    /// Reads what the bucket has, unless something is being written.
    void shown() {
        if (json.getText().isBlank()) {
            read();
        }
    }

    /// Puts rules into the editor.
    void draft(String text) {
        json.setText(text);
    }

    private void read() {
        model.readRules(json::setText);
    }

    /// Saves what stands in the editor, if the service would take it.
    void save() {
        accepted.ifPresent(
                configuration -> model.putRules(configuration, () -> told.accept(words.get("store.rules.saved"))));
    }

    private static VBox card(Node... nodes) {
        VBox card = new VBox(nodes);
        card.getStyleClass().addAll("rp-card", "rp-store-rule-card");
        return card;
    }

    private Node form() {
        prefix.setPromptText(words.get("store.rules.prefix.prompt"));
        prefix.setId("store-rule-prefix");
        moveTo.getItems()
                .setAll(Stream.of(StorageClass.values())
                        .filter(StorageClass::isDestination)
                        .toList());
        moveTo.setValue(StorageClass.STANDARD_IA);
        moveTo.setAccessibleText(words.get("store.rules.move.to"));
        moveTo.setMaxWidth(Double.MAX_VALUE);
        moveTo.setConverter(new OptionWords<>(option -> words.name(option)));
        Button add = new Button(words.get("store.rules.add"), new FontIcon(Feather.PLUS));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setId("store-rule-add");
        add.setOnAction(_ -> add());
        VBox form = new VBox(
                field("store.rules.prefix", prefix),
                field("store.rules.move", moveDays),
                moveTo,
                field("store.rules.end", endDays),
                field("store.rules.old", oldDays),
                add);
        form.getStyleClass().add("rp-store-rows");
        return form;
    }

    private Node field(String key, TextField field) {
        field.setAccessibleText(words.get(key));
        field.setPrefColumnCount(6);
        field.setOnAction(_ -> add());
        Label label = Words.small(words.get(key));
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(label, field);
        row.getStyleClass().add("rp-store-cell");
        return row;
    }

    /// The form's rule behind those of the editor; what is wrong with it is told there.
    private void add() {
        List<LifecycleRule> all =
                new ArrayList<>(accepted.map(LifecycleConfiguration::rules).orElse(List.of()));
        if (accepted.isEmpty() && !json.getText().isBlank()) {
            json.requestFocus(); // mend it first: adding would throw it away
            return;
        }
        String id = "rule-" + (all.size() + 1);
        LifecycleFilter filter =
                prefix.getText().isEmpty() ? LifecycleFilter.ALL : LifecycleFilter.prefix(prefix.getText());
        LifecycleRule rule = LifecycleRule.of(id, filter);
        Optional<Integer> move = number(moveDays);
        if (move.isPresent()) {
            rule = rule.moving(move.get(), moveTo.getValue());
        }
        Optional<Integer> end = number(endDays);
        if (end.isPresent()) {
            rule = rule.expiring(new When.AfterDays(end.get()));
        }
        Optional<Integer> old = number(oldDays);
        all.add(new LifecycleRule(
                rule.id(),
                true,
                rule.filter(),
                rule.expiration(),
                rule.transitions(),
                old.map(days -> new LifecycleRule.NoncurrentExpiration(days, OptionalInt.empty())),
                List.of(),
                OptionalInt.empty()));
        json.setText(LifecycleJson.write(new LifecycleConfiguration(all)).toPrettyString());
        save.requestFocus();
    }

    private static Optional<Integer> number(TextField field) {
        try {
            return field.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(field.getText().strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Holds the editor's text to the service's rules.
    private void check() {
        accepted = Optional.empty();
        String sentence = "";
        if (json.getText().isBlank()) {
            sentence = words.get("store.rules.none");
        } else {
            try {
                switch (LifecycleJson.read(NAME, json.getText())) {
                    case LifecycleReading.Accepted read -> {
                        accepted = Optional.of(read.configuration());
                        sentence = words.get(
                                "store.rules.accepted",
                                read.configuration().rules().size());
                    }
                    case LifecycleReading.Rejected refused ->
                        sentence = refused.faults().stream()
                                .map(LifecycleFault::sentence)
                                .collect(Collectors.joining("\n"));
                }
            } catch (InputException fault) {
                sentence = fault.sentence();
            }
        }
        boolean isFault = accepted.isEmpty() && !json.getText().isBlank();
        verdict.setText(sentence);
        verdict.getStyleClass().remove("rp-store-fault");
        if (isFault) {
            verdict.getStyleClass().add("rp-store-fault");
        }
        save.setDisable(accepted.isEmpty());
        price.setDisable(accepted.isEmpty());
        rules.getChildren()
                .setAll(accepted.map(LifecycleConfiguration::rules).orElse(List.of()).stream()
                        .map(this::told)
                        .toList());
        foresee();
    }

    /// A rule in words.
    private Node told(LifecycleRule rule) {
        List<String> parts = new ArrayList<>();
        rule.transitions()
                .forEach(move -> parts.add(words.get("store.rule.move", when(move.when()), words.name(move.to()))));
        rule.expiration().ifPresent(end -> {
            switch (end) {
                case LifecycleRule.Expiration.Of of -> parts.add(words.get("store.rule.end", when(of.when())));
                case LifecycleRule.Expiration.OfLoneMarkers _ -> parts.add(words.get("store.rule.markers"));
            }
        });
        rule.noncurrentTransitions()
                .forEach(move -> parts.add(words.get("store.rule.old.move", move.days(), words.name(move.to()))));
        rule.noncurrentExpiration().ifPresent(end -> parts.add(words.get("store.rule.old.end", end.days())));
        rule.abortUploadsAfterDays().ifPresent(days -> parts.add(words.get("store.rule.abort", days)));
        String about = rule.filter()
                .prefix()
                .filter(text -> !text.isEmpty())
                .map(text -> words.get("store.rule.prefix", text))
                .orElse(words.get("store.rule.all"));
        Label label = Words.small(
                words.get(rule.enabled() ? "store.rule" : "store.rule.off", rule.id(), about, String.join(" ", parts)));
        label.getStyleClass().add("rp-content");
        return label;
    }

    private String when(When when) {
        return switch (when) {
            case When.AfterDays after -> words.get("store.rule.after", after.days());
            case When.OnDate on -> words.get("store.rule.on", on.date().toString());
        };
    }

    private void foresee() {
        Optional<StoredObject> object = model.object().getValue();
        futureTitle.setText(object.isEmpty() ? words.get("store.future.choose") : words.get("store.future.title"));
        Label key = Words.small(object.map(StoredObject::key).orElse(words.get("store.future.choose.why")));
        if (object.isPresent()) {
            key.getStyleClass().add("rp-content");
        }
        if (object.isEmpty() || accepted.isEmpty()) {
            List<Node> nodes = new ArrayList<>(List.of(key));
            if (object.isPresent()) {
                nodes.add(Words.small(words.get("store.future.none")));
            }
            future.getChildren().setAll(nodes);
            return;
        }
        model.foresee(accepted.get(), events -> {
            List<Node> nodes = new ArrayList<>(List.of(key));
            nodes.addAll(FutureView.of(events, words));
            future.getChildren().setAll(nodes);
        });
    }
}
