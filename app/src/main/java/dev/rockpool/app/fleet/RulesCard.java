package dev.rockpool.app.fleet;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lifecycle rules of a fleet: as JSON, with what the service says to them; brought from a bucket, and carried to
/// the lifecycle lab and to a branch.
final class RulesCard {
    private static final int ROWS = 8;

    private final FleetActs acts;
    private final Texts texts;
    private final TextArea json = new TextArea();
    private final Label verdict = Words.small("");
    private final MenuButton bring = new MenuButton();
    private final VBox root = new VBox();
    private boolean following;

    RulesCard(FleetActs acts, Texts texts, FleetWays ways) {
        this.acts = acts;
        this.texts = texts;
        json.setId("fleet-rules");
        json.setPrefRowCount(ROWS);
        json.setPrefColumnCount(16);
        json.setAccessibleText(texts.get("fleet.rules.json"));
        json.getStyleClass().addAll("rp-code-editor", "rp-content");
        json.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isShiftDown()) {
                bring.requestFocus();
                event.consume();
            }
        });
        json.textProperty().addListener((_, _, text) -> {
            if (!following) {
                typed(text);
            }
        });
        json.focusedProperty().subscribe(focused -> {
            if (!focused) {
                acts.seal();
            }
        });
        verdict.getStyleClass().add("rp-content");
        bring.setId("fleet-bring");
        bring.setText(texts.get("fleet.rules.bring"));
        bring.setGraphic(new FontIcon(Feather.DOWNLOAD));
        bring.setOnShowing(_ -> ways.bucketRules(this::offer));
        bring.getItems().setAll(note("fleet.rules.reading"));
        Button lab = keyed("fleet.lab", "L", ways::lab);
        Button trial = keyed("branches.try", "B", ways::tryOnData);
        FlowPane out = new FlowPane(bring, lab, trial);
        out.getStyleClass().add("rp-fleet-acts");
        root.getStyleClass().addAll("rp-card", "rp-costs-card");
        root.getChildren().setAll(Words.heading(texts.get("fleet.rules")), json, verdict, out);
        acts.scenario().subscribe(now -> now.ifPresent(this::show));
    }

    Region root() {
        return root;
    }

    private Button keyed(String key, String letter, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), KeyCombination.valueOf(letter)));
        button.setAccessibleText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(FleetScenario scenario) {
        boolean same = written(json.getText()).equals(written(scenario.rules()));
        if (!same) {
            following = true;
            json.setText(pretty(scenario.rules()));
            following = false;
        }
        judge(json.getText());
    }

    /// What the service would refuse stays in the editor and is told there; what it takes is played.
    private void typed(String text) {
        String rules = text.isBlank() ? FleetScenario.NO_RULES : text;
        if (judge(rules)) {
            acts.change(scenario -> scenario.under(written(rules)), "rules");
        }
    }

    private boolean judge(String text) {
        boolean good = false;
        String sentence;
        try {
            if (isNone(text)) {
                good = true;
                sentence = texts.get("fleet.rules.accepted", 0);
            } else {
                switch (LifecycleJson.read(texts.get("fleet.rules"), text)) {
                    case LifecycleReading.Accepted(LifecycleConfiguration read) -> {
                        good = true;
                        sentence =
                                texts.get("fleet.rules.accepted", read.rules().size());
                    }
                    case LifecycleReading.Rejected(List<LifecycleFault> faults) ->
                        sentence = faults.stream().map(LifecycleFault::sentence).collect(Collectors.joining("\n"));
                }
            }
        } catch (InputException fault) {
            sentence = fault.sentence();
        }
        verdict.setText(good ? sentence : texts.get("fleet.rules.refused", sentence));
        verdict.getStyleClass().remove("rp-danger");
        if (!good) {
            verdict.getStyleClass().add("rp-danger");
        }
        return good;
    }

    /// The service refuses a configuration without rules; here it stands for none.
    private static boolean isNone(String text) {
        return text.isBlank() || text.replaceAll("\\s", "").equals(FleetScenario.NO_RULES);
    }

    private void offer(List<BucketRules> buckets) {
        List<MenuItem> items = buckets.stream().map(this::item).toList();
        bring.getItems().setAll(items.isEmpty() ? List.of(note("fleet.rules.none")) : items);
    }

    private MenuItem item(BucketRules bucket) {
        MenuItem item = new MenuItem(bucket.bucket());
        item.getStyleClass().add("rp-content");
        item.setOnAction(_ -> acts.change(scenario -> scenario.under(written(bucket.rules())), ""));
        return item;
    }

    private MenuItem note(String key) {
        MenuItem note = new MenuItem(texts.get(key));
        note.setDisable(true);
        return note;
    }

    /// Rules on one line, in the order of the service; what is no JSON, as it is.
    private static String written(String text) {
        try {
            return LifecycleJson.read("rules", text) instanceof LifecycleReading.Accepted(LifecycleConfiguration read)
                    ? LifecycleJson.write(read).toString()
                    : text;
        } catch (InputException _) {
            return text;
        }
    }

    private static String pretty(String rules) {
        return LifecycleJson.read("rules", rules) instanceof LifecycleReading.Accepted(LifecycleConfiguration read)
                ? LifecycleJson.write(read).toPrettyString()
                : rules;
    }
}
