package dev.rockpool.app.settings;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.text.Texts;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the data lives, copies of it, and what goes out and comes in.
final class DataSection {
    private static final int GAP = 8;

    private final Section section;

    DataSection(AppContext context) {
        Texts texts = context.texts();
        section = new Section(texts, "data", Feather.HARD_DRIVE);
        Button open = new Button(texts.get("settings.data.open"), new FontIcon(Feather.EXTERNAL_LINK));
        open.setOnAction(_ -> context.outside().open(context.directory().root().toUri()));
        section.row("data.place", Section.asWide(open));
        Label path = new Label(context.directory().told().toString());
        path.getStyleClass().addAll("rp-content", "rp-mono", "rp-small");
        path.setWrapText(true);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox place = new HBox(GAP, new FontIcon(Feather.FOLDER), path);
        place.getStyleClass().add("rp-inset");
        place.setAlignment(Pos.CENTER_LEFT);
        section.add(place);
        Button backUp = new Button(texts.get("settings.data.back-up"), new FontIcon(Feather.SAVE));
        backUp.setId("back-up");
        backUp.setOnAction(_ -> {
            backUp.setDisable(true);
            context.tasks()
                    .of(_ -> context.backUp().get())
                    .titled(texts.get("settings.data.backing-up"))
                    .onSuccess((Path file) ->
                            context.notices().show(texts.get("settings.data.backed-up", file.getFileName())))
                    .afterwards(() -> backUp.setDisable(false))
                    .start();
        });
        section.row("data.copies", Section.asWide(backUp));
        new ExchangeView(context, new ExchangeViewModel(context)).addTo(section);
    }

    Region root() {
        return section.root();
    }
}
