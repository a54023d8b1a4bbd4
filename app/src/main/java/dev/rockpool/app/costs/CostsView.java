package dev.rockpool.app.costs;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.fleet.FleetPanel;
import dev.rockpool.app.fleet.FoundView;
import dev.rockpool.app.fleet.StockView;
import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.SidePane;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.LineKey;
import dev.rockpool.kernel.Money;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screen: what is set left, the months and what they say in the middle, the bill right. Where there is little
/// room, one panel at a time. Before anything is opened, and on request, the gallery.
final class CostsView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_WIDTH = 960;
    private static final double LEFT_SHARE = 0.31;
    private static final double RIGHT_SHARE = 0.28;
    private static final double LEAST_LEFT = 304;
    private static final double LEAST_RIGHT = 272;
    private static final double MOST_SIDE = 420;
    private static final double LEAST_PICTURE = 200;

    private final CostsViewModel model;
    private final Texts texts;
    private final CostsWays ways;
    private final CostsPicture painter;
    private final Drawing picture;
    private final Label claim = Words.heading("");
    private final VBox legend = new VBox();
    private final Label title = new Label();
    private final Label summary = Words.muted("");
    private final Hyperlink source = new Hyperlink();
    private final LineWords names;
    private final Label fault = Words.plain("");
    private final Button beside = new Button();
    private final Button undo;
    private final Button redo;
    private final PriceAge ages;
    private final VBox pictureCard = new VBox();
    private final VBox middle = new VBox();
    private final ScrollPane left;
    private final ScrollPane center;
    private final ScrollPane right;
    private final StackPane stage = new StackPane();
    private final HBox tabs = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox head = new HBox();
    private final VBox desk = new VBox();
    private final GalleryView gallery;
    private final StackPane root = new StackPane();
    private Panel panel = Panel.PICTURE;
    private boolean compact;

    /// What is shown where there is room for one panel only.
    enum Panel {
        PICTURE("costs.panel.picture", Feather.BAR_CHART_2),
        SETTINGS("costs.panel.settings", Feather.SLIDERS),
        BILL("costs.panel.bill", Feather.DOLLAR_SIGN);

        private final String key;
        private final Feather icon;

        Panel(String key, Feather icon) {
            this.key = key;
            this.icon = icon;
        }

        /// The key of its name in the bundles.
        String key() {
            return key;
        }

        /// The digit that brings it to the front.
        String digit() {
            return switch (this) {
                case PICTURE -> "1";
                case SETTINGS -> "2";
                case BILL -> "3";
            };
        }
    }

    CostsView(
            CostsViewModel model, Texts texts, PriceAge ages, CostsWays ways, Consumer<CostRepository.Saved> openKept) {
        this.model = model;
        this.texts = texts;
        this.ages = ages;
        this.ways = ways;
        painter = new CostsPicture(texts);
        names = new LineWords(texts);
        picture = new Drawing(painter);
        undo = keyed("costs.undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", model::undo);
        redo = keyed("costs.redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y", model::redo);
        gallery = new GalleryView(model, texts, openKept, ways::openReport, this::showDesk);
        left = SidePane.of(settings());
        center = SidePane.of(picturePanel());
        center.setFitToHeight(true);
        right = SidePane.of(billPanel());
        HBox.setHgrow(center, Priority.ALWAYS);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        fault.getStyleClass().addAll("rp-danger", "rp-content", "rp-costs-fault");
        fault.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        model.fault().subscribe(words -> {
            fault.setText(
                    words.isEmpty()
                            ? ""
                            : texts.get(
                                    "costs.fault",
                                    names.sentence(words, model.book().get())));
            fault.setVisible(!words.isEmpty());
            fault.setManaged(!words.isEmpty());
        });
        head();
        desk.getStyleClass().addAll("rp-screen", "rp-lab", "rp-costs");
        desk.getChildren().setAll(head, fault, stage);
        gallery.root().getStyleClass().addAll("rp-screen", "rp-costs");
        root.getChildren().setAll((Node) gallery.root());
        root.widthProperty().subscribe(_ -> arrange());
        model.design().subscribe(_ -> showDesign());
        model.outcome().subscribe(_ -> showOutcome());
        model.month().subscribe(_ -> showOutcome());
        arrangeNow();
    }

    Region root() {
        return root;
    }

    /// The part that a picture shows.
    Node picture() {
        return pictureCard;
    }

    boolean compact() {
        return compact && isDesk();
    }

    /// Whether a design is in front, and not the gallery.
    boolean isDesk() {
        return root.getChildren().contains(desk);
    }

    void showDesk() {
        root.getChildren().setAll((Node) desk);
        focus();
    }

    void showGallery() {
        root.getChildren().setAll((Node) gallery.root());
        gallery.focus();
    }

    /// Puts the focus where work starts.
    void focus() {
        if (isDesk()) {
            beside.requestFocus();
        } else {
            gallery.focus();
        }
    }

    /// Brings a panel to the front, where one is shown at a time.
    void show(Panel wanted) {
        panel = wanted;
        arrangeNow();
    }

    private void head() {
        title.getStyleClass().addAll("rp-title", "rp-content");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        for (Panel each : Panel.values()) {
            String pill = each == Panel.PICTURE
                    ? Styles.LEFT_PILL
                    : each == Panel.BILL ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            ToggleButton tab = SidePane.tab(each.icon, each.digit(), texts.get(each.key), group, pill);
            tab.setOnAction(_ -> show(each));
            tabs.getChildren().add(tab);
        }
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        beside.setId("costs-beside");
        beside.setOnAction(_ -> model.toggleBeside());
        Button scenarios = new Button();
        scenarios.setGraphic(KeyHint.beside(texts.get("costs.gallery"), KeyCombination.valueOf("G")));
        scenarios.setAccessibleText(texts.get("costs.gallery"));
        scenarios.setOnAction(_ -> showGallery());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("rp-lab-title");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.SOMETIMES);
        head.getChildren().setAll(title, tabs, spring, beside, scenarios);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        scenarios.setMinWidth(Region.USE_PREF_SIZE);
    }

    private Region settings() {
        MenuButton more = new MenuButton(null, new FontIcon(Feather.SHARE));
        more.setId("costs-keep");
        more.setAccessibleText(texts.get("costs.keep"));
        more.setTooltip(new Tooltip(texts.get("costs.keep")));
        MenuItem fleetFile = item("fleet.export.fleet", Feather.FILE_TEXT, ways::exportFleet);
        MenuItem rules = item("fleet.export.rules", Feather.FILE_TEXT, ways::exportRules);
        more.getItems()
                .setAll(
                        item("costs.save", Feather.BOOKMARK, ways::save),
                        item("costs.export.table", Feather.GRID, ways::exportTable),
                        item("costs.export.picture", Feather.IMAGE, ways::exportPicture),
                        item("costs.export.usage", Feather.FILE_TEXT, ways::exportUsage),
                        fleetFile,
                        rules);
        model.design().subscribe(now -> {
            fleetFile.setVisible(now.fleet()
                    .filter(fleet -> fleet.objects() instanceof FleetScenario.Objects.Described)
                    .isPresent());
            rules.setVisible(now.fleet().isPresent());
        });
        HBox acts = new HBox(undo, redo, more);
        acts.getStyleClass().add("rp-lab-acts");
        summary.getStyleClass().add("rp-content");
        source.getStyleClass().addAll("rp-small", "rp-content");
        source.setWrapText(true);
        Button trial = new Button();
        trial.setGraphic(KeyHint.beside(texts.get("branches.try"), KeyCombination.valueOf("B")));
        trial.setAccessibleText(texts.get("branches.try"));
        trial.setId("costs-try");
        trial.setOnAction(_ -> ways.tryOnData());
        VBox about = new VBox(summary, source, acts, trial);
        about.getStyleClass().addAll("rp-card", "rp-lab-settings");
        Region parts = new PartsView(model, texts).root();
        Region fleet = new FleetPanel(model.ageing(), texts, ways).root();
        ofServices(List.of(parts, trial));
        ofFleets(List.of(fleet));
        VBox column = new VBox(about, parts, fleet);
        column.getStyleClass().add("rp-lab-sections");
        return column;
    }

    private Region picturePanel() {
        picture.setMinHeight(LEAST_PICTURE);
        picture.setPrefHeight(LEAST_PICTURE);
        pictureCard.setMinHeight(Region.USE_PREF_SIZE);
        picture.setFocusTraversable(false);
        picture.setOnMouseClicked(event -> model.look(painter.monthAt(event.getX())));
        VBox.setVgrow(picture, Priority.ALWAYS);
        claim.getStyleClass().add("rp-content");
        legend.getStyleClass().add("rp-costs-legend");
        pictureCard.getStyleClass().addAll("rp-card", "rp-costs-card");
        pictureCard.getChildren().setAll(claim, picture, legend);
        VBox.setVgrow(pictureCard, Priority.ALWAYS);
        middle.getStyleClass().add("rp-lab-middle");
        Region stock = new StockView(model.ageing(), texts).root();
        Region plans = new FoundView(model.ageing(), texts, ways).root();
        ofFleets(List.of(stock, plans));
        middle.getChildren().setAll(pictureCard, plans, new WordsView(model, texts).root(), stock);
        return middle;
    }

    /// Shows nodes while services are in front.
    private void ofServices(List<? extends Node> nodes) {
        model.design()
                .subscribe(
                        now -> nodes.forEach(node -> visible(node, now.fleet().isEmpty())));
    }

    /// Shows nodes while a fleet is in front.
    private void ofFleets(List<? extends Node> nodes) {
        model.design()
                .subscribe(
                        now -> nodes.forEach(node -> visible(node, now.fleet().isPresent())));
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Region billPanel() {
        VBox column = new VBox(
                new LinesView(model, texts, ages, ways).root(), new PricesCard(model, texts, ages, ways).root());
        column.getStyleClass().add("rp-lab-sections");
        return column;
    }

    private void showDesign() {
        Design now = model.design().get();
        String words = texts.get(now.fleet()
                .map(fleet -> switch (fleet.against()) {
                    case NOTHING -> "fleet.beside.tiering";
                    case INTELLIGENT_TIERING -> "fleet.beside.nothing";
                })
                .orElse(now.left().isPresent() ? "costs.beside.one" : "costs.beside.two"));
        beside.setGraphic(KeyHint.beside(words, KeyCombination.valueOf("C")));
        beside.setAccessibleText(words);
        undo.setDisable(!model.canUndo());
        redo.setDisable(!model.canRedo());
        switch (now.origin()) {
            case Design.Origin.Shipped(var preset) -> about(preset.id(), preset.source());
            case Design.Origin.Ageing(String name, var preset, var came) -> {
                preset.ifPresent(shipped -> about(shipped.id(), shipped.source()));
                if (preset.isEmpty()) {
                    title.setText(name);
                    summary.setText(texts.get(
                            came.objects() instanceof FleetScenario.Objects.Reported
                                    ? "fleet.report.summary"
                                    : "costs.kept.why"));
                }
            }
            case Design.Origin.Kept kept -> {
                title.setText(kept.name());
                summary.setText(texts.get("costs.kept.why"));
            }
            case Design.Origin.Blank _ -> {
                title.setText(texts.get("costs.blank"));
                summary.setText(texts.get("costs.blank.why"));
            }
        }
        boolean shipped = now.origin() instanceof Design.Origin.Shipped
                || (now.origin() instanceof Design.Origin.Ageing ageing
                        && ageing.preset().isPresent());
        visible(source, shipped);
    }

    /// Tells of what Rockpool ships.
    private void about(String id, String page) {
        title.setText(texts.get("costs.preset." + id));
        summary.setText(texts.get("costs.preset." + id + ".why"));
        URI address = URI.create(page);
        source.setText(texts.get("costs.source", address.getHost()));
        source.setTooltip(new Tooltip(address.toString()));
        source.setOnAction(_ -> ways.browse(page));
    }

    private void showOutcome() {
        model.outcome().get().ifPresent(outcome -> {
            Series series = Series.of(outcome);
            painter.show(outcome, series, model.month().get());
            picture.redraw();
            claim.setText(claim(outcome));
            picture.setAccessibleText(claim.getText());
            legend(outcome, series);
        });
    }

    /// What the picture shows, as a sentence.
    private String claim(Outcome outcome) {
        Forecast forecast = outcome.forecast();
        Money first = forecast.bills().getFirst().total();
        Money last = forecast.bills().getLast().total();
        if (outcome.comparison().isPresent()) {
            Forecast left = outcome.comparison().get().left();
            return texts.get(
                    CostsPicture.leftKey(outcome)
                            .replace(".side.left", ".claim.two")
                            .replace(".side.", ".claim."),
                    forecast.bills().size(),
                    left.total().display(),
                    forecast.total().display());
        }
        if (forecast.bills().size() == 1) {
            return texts.get("costs.claim.one", first.display());
        }
        return first.display().equals(last.display())
                ? texts.get("costs.claim.same", first.display())
                : texts.get(
                        "costs.claim",
                        first.display(),
                        last.display(),
                        forecast.bills().size());
    }

    private void legend(Outcome outcome, Series series) {
        List<Node> entries = new ArrayList<>();
        for (LineKey key : series.keys()) {
            entries.add(entry(series.rank(key).orElse(SeriesLook.OTHERS), names.title(key)));
        }
        boolean others = outcome.forecast().lines().size() > Series.MOST;
        if (others) {
            entries.add(entry(SeriesLook.OTHERS, texts.get("costs.others")));
        }
        legend.getChildren().setAll(entries);
    }

    private static Node entry(int rank, String name) {
        Label words = Words.small(name);
        words.getStyleClass().add("rp-content");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox entry = new HBox(SeriesLook.swatch(rank), words);
        entry.getStyleClass().add("rp-costs-entry");
        return entry;
    }

    private Button keyed(String key, Ikon icon, String keys, Runnable action) {
        Button button = new Button();
        HBox pair = new HBox(new FontIcon(icon), KeyLabel.of(KeyCombination.valueOf(keys)));
        pair.getStyleClass().add("rp-key-pair");
        button.setGraphic(pair);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private MenuItem item(String key, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void arrange() {
        boolean little = root.getWidth() < COMPACT_WIDTH;
        double width = root.getWidth() - 48;
        SidePane.size(left, width, LEFT_SHARE, LEAST_LEFT, MOST_SIDE);
        SidePane.size(right, width, RIGHT_SHARE, LEAST_RIGHT, MOST_SIDE);
        if (little != compact) {
            compact = little;
            arrangeNow();
        }
    }

    private void arrangeNow() {
        desk.pseudoClassStateChanged(COMPACT, compact);
        tabs.setVisible(compact);
        tabs.setManaged(compact);
        title.setVisible(!compact); // the header names the scenario too
        title.setManaged(!compact);
        group.getToggles().get(Integer.parseInt(panel.digit()) - 1).setSelected(true);
        if (compact) {
            stage.getChildren().setAll((Node)
                    switch (panel) {
                        case PICTURE -> center;
                        case SETTINGS -> left;
                        case BILL -> right;
                    });
        } else {
            HBox columns = new HBox(left, center, right);
            columns.getStyleClass().add("rp-lab-columns");
            stage.getChildren().setAll((Node) columns);
        }
    }
}
