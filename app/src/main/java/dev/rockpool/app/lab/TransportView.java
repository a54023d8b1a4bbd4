package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Snapshot;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Play, pause, step, back, scrub, speed, reset and seed; and in words how the run stands.
final class TransportView<S, N extends Snapshot> {
    private final LabDesk<S, ?, N> desk;
    private final LabViewModel<S, ?, N> model;
    private final Texts texts;
    private final FontIcon playIcon = new FontIcon(Feather.PLAY);
    private final Button play;
    private final Slider scrub = new Slider();
    private final Label standing = Words.line("");
    private final TextField seed = new TextField();
    private final ComboBox<Integer> speeds = new ComboBox<>();
    private final HBox moves = new HBox();
    private final HBox time = new HBox();
    private final HBox settings = new HBox();
    private final HBox root = new HBox();
    private boolean following;

    TransportView(LabDesk<S, ?, N> desk) {
        this.desk = desk;
        model = desk.model();
        texts = desk.texts();
        play = button(playIcon, "lab.play", "Space", model::togglePlay);
        play.setId("lab-play");
        play.getStyleClass().add(Styles.ACCENT);
        Button back = button(new FontIcon(Feather.SKIP_BACK), Paced.key(model.lab(), "lab.back"), "←", model::back);
        Button step = button(new FontIcon(Feather.SKIP_FORWARD), Paced.key(model.lab(), "lab.step"), "→", model::step);
        Button reset = button(new FontIcon(Feather.ROTATE_CCW), "lab.reset", "R", model::reset);
        moves.getChildren().setAll(play, back, step, reset);
        moves.getStyleClass().add("rp-transport-group");
        moves.setMinWidth(Region.USE_PREF_SIZE);
        scrub.setAccessibleText(texts.get(Paced.key(model.lab(), "lab.scrub")));
        scrub.setMin(0);
        scrub.setMinWidth(32);
        scrub.valueProperty().addListener((_, _, now) -> {
            if (!following) {
                model.pause();
                model.seek(Math.round(now.doubleValue()));
            }
        });
        HBox.setHgrow(scrub, Priority.ALWAYS);
        standing.getStyleClass().addAll("rp-content", "rp-transport-standing");
        standing.setId("lab-standing");
        time.getChildren().setAll(scrub, standing);
        time.getStyleClass().addAll("rp-transport-group", "rp-transport-time");
        HBox.setHgrow(time, Priority.ALWAYS);
        settings.getChildren().setAll(speed());
        if (model.lab().isRandom()) {
            settings.getChildren().add(seedField());
        }
        settings.getStyleClass().add("rp-transport-group");
        settings.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().addAll("rp-card", "rp-transport");
        root.getChildren().setAll(moves, time, settings);
        model.told().subscribe(_ -> show());
        model.playing().subscribe(_ -> show());
        model.speed().subscribe(now -> {
            speeds.setValue(now);
            show();
        });
        model.question().subscribe(_ -> show());
        model.configuration().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    /// Speed and seed, which stand elsewhere where there is little room.
    Region settings() {
        return settings;
    }

    /// Takes speed and seed back, or leaves them to another place.
    void compact(boolean little) {
        root.getChildren().remove(settings);
        if (!little) {
            root.getChildren().add(settings);
        }
    }

    /// The moves over the time, for a place that is narrow.
    void stack() {
        VBox both = new VBox(moves, time);
        both.getStyleClass().add("rp-transport-stack");
        HBox.setHgrow(both, Priority.ALWAYS);
        root.getChildren().setAll(both);
    }

    /// The moves and the time alone, for a place whose keys mean something else.
    void bare() {
        compact(true);
        for (Node move : moves.getChildren()) {
            if (move instanceof Button button && button.getGraphic() instanceof HBox pair) {
                pair.getChildren().removeIf(part -> !(part instanceof FontIcon));
            }
        }
    }

    private Button button(FontIcon icon, String key, String keys, Runnable action) {
        HBox pair = new HBox(icon, KeyLabel.of(keys));
        pair.getStyleClass().add("rp-key-pair");
        Button button = new Button();
        button.setGraphic(pair);
        name(button, texts.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void name(Button button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }

    private Region speed() {
        speeds.getItems().setAll(LabViewModel.SPEEDS);
        speeds.setAccessibleText(texts.get(Paced.key(model.lab(), "lab.speed")));
        speeds.setTooltip(new Tooltip(texts.get(Paced.key(model.lab(), "lab.speed"))));
        speeds.setConverter(new OptionWords<>(speed -> texts.get(Paced.key(model.lab(), "lab.speed.times"), speed)));
        speeds.setValue(model.speed().get());
        speeds.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                model.speed(chosen);
            }
        });
        return speeds;
    }

    private Region seedField() {
        FontIcon name = new FontIcon(Feather.SHUFFLE);
        seed.setTooltip(new Tooltip(texts.get("lab.seed.type")));
        seed.setId("lab-seed");
        seed.setAccessibleText(texts.get("lab.seed.type"));
        seed.getStyleClass().add("rp-seed");
        seed.setOnAction(_ -> typed());
        seed.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                typed();
            }
        });
        Button copy = icon(
                Feather.COPY,
                texts.get("lab.seed.copy"),
                () -> desk.ways().copy(seed.getText(), texts.get("lab.seed.copied", seed.getText())));
        HBox row = new HBox(name, seed, copy);
        row.getStyleClass().add("rp-transport-group");
        return row;
    }

    private static Button icon(Ikon icon, String words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        name(button, words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void typed() {
        try {
            long wanted = Long.parseLong(seed.getText().replaceAll("[\\s,]", ""));
            if (wanted != model.lab().seed(model.configuration().get().scenario())) {
                model.seed(wanted);
            }
        } catch (NumberFormatException _) {
            seed.setText(
                    String.valueOf(model.lab().seed(model.configuration().get().scenario())));
        }
    }

    private void show() {
        boolean playing = model.playing().get();
        playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        name(play, texts.get(playing ? "lab.pause" : "lab.play"));
        if (!seed.isFocused()) {
            seed.setText(
                    String.valueOf(model.lab().seed(model.configuration().get().scenario())));
        }
        model.told().get().ifPresent(now -> {
            following = true;
            scrub.setMax((double) now.snapshot().seconds());
            scrub.setBlockIncrement(1);
            scrub.setValue((double) now.second());
            following = false;
            standing.setText(standing(now, playing));
        });
    }

    private String standing(Moment<S, N> now, boolean playing) {
        String key = model.concealed()
                ? "lab.standing.waits"
                : now.second() >= now.snapshot().seconds()
                        ? "lab.standing.end"
                        : playing
                                ? "lab.standing.runs"
                                : now.second() < now.head() ? "lab.standing.back" : "lab.standing.paused";
        return texts.get(
                model.concealed() ? key : Paced.key(model.lab(), key),
                now.second(),
                now.snapshot().seconds());
    }
}
