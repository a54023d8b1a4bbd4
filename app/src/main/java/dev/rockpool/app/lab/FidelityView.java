package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Fidelity;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of the lab is exact, calibrated, or only illustrative.
final class FidelityView {
    private final Texts texts;
    private final Fold section;

    FidelityView(List<Fidelity> notes, Texts texts) {
        this.texts = texts;
        section = Fold.section(texts.get("lab.fidelity"));
        section.setContent(notes.stream().map(this::row).toList());
    }

    Region root() {
        return section.root();
    }

    private Node row(Fidelity note) {
        Label level = Words.line(texts.get("lab.fidelity." + note.level().name().toLowerCase(Locale.ROOT)));
        level.getStyleClass().addAll("rp-small", "rp-strong");
        level.setGraphic(new FontIcon(
                switch (note.level()) {
                    case EXACT -> Feather.CHECK_CIRCLE;
                    case CALIBRATED -> Feather.SLIDERS;
                    case ILLUSTRATIVE -> Feather.IMAGE;
                }));
        Label what = Words.plain(note.what());
        what.getStyleClass().add("rp-content");
        Label why = Words.muted(note.why());
        why.getStyleClass().add("rp-content");
        VBox words = new VBox(level, what, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("rp-fidelity");
        return words;
    }
}
