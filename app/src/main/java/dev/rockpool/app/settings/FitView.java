package dev.rockpool.app.settings;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row *Fit to my reviews*, and below it what came of it.
final class FitView {
    private static final int GAP = 8;
    private static final int BAR_WIDTH = 96;

    private final Texts texts;
    private final FitViewModel model;

    FitView(Texts texts, FitViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    void addTo(Section section) {
        section.row("fit", controls());
        section.add(result());
    }

    private HBox controls() {
        Button standard = button("fit-standard", "settings.fit.standard", Feather.ROTATE_CCW);
        standard.getStyleClass().add(Styles.FLAT);
        standard.setOnAction(_ -> model.useStandard());
        model.ownWeights()
                .subscribe(own -> show(standard, own && !model.running().get()));
        Button start = button("fit", "settings.fit.start", Feather.TARGET);
        start.setOnAction(_ -> model.fit());
        Button cancel = button("fit-cancel", "settings.fit.cancel", Feather.X);
        cancel.setOnAction(_ -> model.cancel());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR_WIDTH);
        bar.setAccessibleText(texts.get("settings.fit.running"));
        bar.progressProperty().bind(model.done());
        model.running().subscribe(running -> {
            boolean focused = start.isFocused() || cancel.isFocused();
            show(start, !running);
            show(cancel, running);
            show(bar, running);
            show(standard, !running && model.ownWeights().getValue());
            if (focused) {
                (running ? cancel : start).requestFocus();
            }
        });
        HBox row = new HBox(GAP, standard, bar, start, cancel);
        row.setAlignment(Pos.CENTER_RIGHT);
        return Section.asWide(row);
    }

    private Label result() {
        Label words = new Label();
        words.setId("fit-result");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("rp-small");
        words.textProperty().bind(model.words());
        model.words().subscribe(text -> show(words, !text.isEmpty()));
        return words;
    }

    private Button button(String id, String key, Feather icon) {
        Button button = new Button(texts.get(key), new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
