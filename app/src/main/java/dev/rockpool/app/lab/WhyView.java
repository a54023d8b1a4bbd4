package dev.rockpool.app.lab;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.Snapshot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why it is so: the lab's explanation, where the preset's number comes from, and the cards it proves.
final class WhyView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final Fold section;
    private final VBox preset = new VBox();

    WhyView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        texts = desk.texts();
        section = Fold.section(texts.get("lab.why"));
        Lab<S, R, N> lab = desk.model().lab();
        Region explanation = new MarkdownView(lab.explanation(), desk.surroundings(), Hits.NONE).root();
        Fold teachers = new Fold(texts.get("lab.model"), List.of(Words.plain(texts.get("lab.model"))));
        teachers.root().getStyleClass().add("rp-number-row");
        teachers.open().subscribe(open -> {
            if (open) {
                teachers.setContent(new MarkdownView(lab.model(), desk.surroundings(), Hits.NONE).root());
            }
        });
        preset.getStyleClass().add("rp-why-preset");
        section.setContent(preset, explanation, teachers.root());
        desk.model().configuration().subscribe(_ -> show());
        desk.model().question().subscribe(_ -> show());
    }

    Region root() {
        return section.root();
    }

    /// Opens the explanation.
    void open() {
        section.open().set(true);
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        if (desk.model().configuration().get().origin() instanceof Origin.FromPreset<S>(Preset<S> from)) {
            if (!desk.model().concealed()) {
                nodes.add(reference(from));
            }
            for (String id : from.cards()) {
                desk.ways().proof(id).ifPresent(proof -> nodes.add(proof(proof)));
            }
            asked().ifPresent(place -> nodes.add(ask(place)));
        }
        preset.getChildren().setAll(nodes);
    }

    /// Questions about what the preset in sight shows, if the decks have any.
    Optional<Place> asked() {
        return desk.model().configuration().get().origin() instanceof Origin.FromPreset<S>(Preset<S> from)
                ? from.cards().stream()
                        .flatMap(id -> desk.ways().asked(id).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Node ask(Place place) {
        Button ask = new Button();
        ask.setGraphic(KeyHint.beside(texts.get("lab.quiz"), KeyCombination.valueOf("A")));
        ask.setAccessibleText(texts.get("lab.quiz"));
        ask.getStyleClass().add("rp-secondary");
        ask.setOnAction(_ -> desk.ways().open(place));
        return ask;
    }

    private Node reference(Preset<S> from) {
        Reference reference = from.reference();
        Label words = Words.small(texts.get("lab.expected", from.expected().shown(), reference.text()));
        words.getStyleClass().add("rp-content");
        String kind = texts.get("lab.reference." + reference.kind().name().toLowerCase(Locale.ROOT));
        Label trust =
                Words.muted(reference.readOn().isEmpty() ? kind : texts.get("source.read", kind, reference.readOn()));
        VBox column = new VBox(words, trust);
        reference.address().ifPresent(address -> {
            Hyperlink link = new Hyperlink(texts.get("lab.reference.open"), new FontIcon(Feather.EXTERNAL_LINK));
            link.getStyleClass().add("rp-source-link");
            link.setAccessibleText(texts.get("lab.reference.open.address", address));
            link.setOnAction(_ -> desk.ways().browse(URI.create(address)));
            column.getChildren().add(link);
        });
        return column;
    }

    private Node proof(Proof proof) {
        Label words = Words.plain(proof.words());
        words.getStyleClass().add("rp-content");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        RowButton row = new RowButton(
                texts.get("lab.proof.open", proof.words()),
                () -> desk.ways().open(proof.place()),
                new FontIcon(Feather.LAYERS),
                words,
                new FontIcon(Feather.CHEVRON_RIGHT));
        row.getStyleClass().add("rp-proof");
        return row;
    }
}
