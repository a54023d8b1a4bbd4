package dev.rockpool.app.costs;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.FleetPreset;
import dev.rockpool.costmodel.fleet.FleetPresets;
import dev.rockpool.costmodel.scenario.Preset;
import dev.rockpool.costmodel.scenario.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a scenario starts: what was kept, the presets, the surprises, or nothing at all.
final class GalleryView {
    private final Texts texts;
    private final Consumer<CostRepository.Saved> open;
    private final Runnable opened;
    private final VBox kept = new VBox();
    private final FlowPane presets = new FlowPane();
    private final ScrollPane root = new ScrollPane();

    /// @param open opens a scenario that was kept
    /// @param openReport asks for an inventory report
    /// @param opened is told when something was opened
    GalleryView(
            CostsViewModel model,
            Texts texts,
            Consumer<CostRepository.Saved> open,
            Runnable openReport,
            Runnable opened) {
        this.texts = texts;
        this.open = open;
        this.opened = opened;
        Label title = new Label(texts.get("costs.gallery.title"));
        title.getStyleClass().add("rp-title");
        title.setWrapText(true);
        Label why = Words.plain(texts.get("costs.gallery.why"));
        Button blank = new Button(texts.get("costs.gallery.blank"), new FontIcon(Feather.PLUS));
        blank.setOnAction(_ -> {
            model.clear();
            opened.run();
        });
        presets.getStyleClass().add("rp-costs-gallery");
        FlowPane surprises = new FlowPane();
        surprises.getStyleClass().add("rp-costs-gallery");
        for (Preset preset : Presets.all()) {
            (preset.isSurprise() ? surprises : presets).getChildren().add(card(preset.id(), () -> model.open(preset)));
        }
        FlowPane fleets = new FlowPane();
        fleets.getStyleClass().add("rp-costs-gallery");
        for (FleetPreset preset : FleetPresets.all()) {
            fleets.getChildren().add(card(preset.id(), () -> model.open(preset)));
        }
        Button report = new Button(texts.get("fleet.report.open"), new FontIcon(Feather.FOLDER));
        report.setOnAction(_ -> openReport.run());
        kept.getStyleClass().add("rp-lab-sections");
        VBox column = new VBox(
                title,
                why,
                kept,
                presets,
                blank,
                Words.heading(texts.get("fleet.gallery")),
                fleets,
                report,
                Words.heading(texts.get("costs.gallery.surprises")),
                surprises);
        column.getStyleClass().addAll("rp-lab-sections", "rp-costs-gallery-column");
        root.setContent(column);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
        root.getStyleClass().addAll("rp-clear");
        model.saved().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    /// Puts the focus on the first preset.
    void focus() {
        root.applyCss(); // a scroll pane has its content only once it is styled
        presets.getChildren().getFirst().requestFocus();
    }

    private Node card(String id, Runnable act) {
        String name = texts.get("costs.preset." + id);
        Label heading = Words.heading(name);
        Label why = Words.small(texts.get("costs.preset." + id + ".why"));
        VBox words = new VBox(heading, why);
        words.getStyleClass().add("rp-costs-words");
        RowButton card = new RowButton(
                name,
                () -> {
                    act.run();
                    opened.run();
                },
                words);
        card.setId("costs-" + id);
        card.getStyleClass().addAll("rp-card", "rp-costs-preset");
        return card;
    }

    private void show(List<CostRepository.Saved> saved) {
        List<Node> rows = new ArrayList<>();
        if (!saved.isEmpty()) {
            rows.add(Words.heading(texts.get("costs.gallery.kept")));
            FlowPane flow = new FlowPane();
            flow.getStyleClass().add("rp-costs-gallery");
            for (CostRepository.Saved each : saved) {
                Label name = Words.plain(each.name());
                name.getStyleClass().add("rp-content");
                RowButton row = new RowButton(
                        each.name(),
                        () -> {
                            open.accept(each);
                            opened.run();
                        },
                        new FontIcon(Feather.BOOKMARK),
                        name);
                row.getStyleClass().addAll("rp-card", "rp-costs-kept");
                flow.getChildren().add(row);
            }
            rows.add(flow);
            rows.add(Words.heading(texts.get("costs.gallery.presets")));
        }
        kept.getChildren().setAll(rows);
        kept.setVisible(!rows.isEmpty());
        kept.setManaged(!rows.isEmpty());
    }
}
