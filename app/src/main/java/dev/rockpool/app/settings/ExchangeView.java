package dev.rockpool.app.settings;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.backup.CollectionBackup;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two rows, *Cards from and for elsewhere* and *Whole collection*, and below them what came of the last act.
final class ExchangeView {
    private static final int GAP = 8;
    private static final int BAR_WIDTH = 96;

    private final Texts texts;
    private final ExchangeViewModel model;
    private final HBox cards = row();
    private final HBox collection = row();
    private final HBox work = row();
    private final Label words = new Label();
    private final FileDialogs dialogs = new WindowDialogs(cards);

    ExchangeView(AppContext context, ExchangeViewModel model) {
        this.texts = context.texts();
        this.model = model;
        cards.getChildren()
                .setAll(
                        open("exchange-import", Feather.DOWNLOAD, model::importCards),
                        save("exchange-export", Feather.UPLOAD, "rockpool.apkg", model::exportCards));
        collection
                .getChildren()
                .setAll(
                        open("exchange-restore", Feather.ROTATE_CCW, model::restore),
                        save(
                                "exchange-back-up",
                                Feather.ARCHIVE,
                                "collection." + CollectionBackup.ENDING,
                                model::backUp));
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR_WIDTH);
        bar.accessibleTextProperty().bind(model.title());
        Label title = new Label();
        title.textProperty().bind(model.title());
        Button cancel = button("exchange-cancel", Feather.X);
        cancel.setOnAction(_ -> model.cancel());
        work.getChildren().setAll(title, bar, cancel);
        words.setId("exchange-result");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("rp-small");
        words.textProperty().bind(model.words());
    }

    void addTo(Section section) {
        section.row("data.exchange", Section.asWide(cards));
        section.row("data.collection", Section.asWide(collection));
        section.add(work);
        section.add(words);
        model.running().subscribe(running -> {
            cards.setDisable(running);
            collection.setDisable(running);
            show(work, running);
        });
        model.words().subscribe(text -> show(words, !text.isEmpty()));
    }

    private static HBox row() {
        HBox row = new HBox(GAP);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private Button open(String id, Feather icon, Consumer<Path> act) {
        Button button = button(id, icon);
        button.setOnAction(_ -> dialogs.open(texts.get("settings.data." + id)).ifPresent(act));
        return button;
    }

    private Button save(String id, Feather icon, String name, Consumer<Path> act) {
        Button button = button(id, icon);
        button.setOnAction(
                _ -> dialogs.save(texts.get("settings.data." + id), name).ifPresent(act));
        return button;
    }

    private Button button(String id, Feather icon) {
        Button button = new Button(texts.get("settings.data." + id), new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
