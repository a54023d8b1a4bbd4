package dev.rockpool.app.chart;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A chart on a card: its claim, its picture or its table, a note, and a menu to change between them and to export.
public final class ChartCard {
    private final Texts texts;
    private final Chart chart;
    private final ChartWays ways;
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final MenuItem change = new MenuItem();
    private boolean table;

    public ChartCard(Texts texts, Chart chart, ChartWays ways) {
        this.texts = texts;
        this.chart = chart;
        this.ways = ways;
        Label claim = Words.heading(chart.claim());
        claim.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(claim, Priority.ALWAYS);
        HBox head = new HBox(claim, menu());
        head.getStyleClass().add("rp-chart-head");
        body.getStyleClass().add("rp-chart-body");
        root.setId("chart-" + chart.id());
        root.getStyleClass().addAll("rp-card", "rp-chart");
        root.getChildren().setAll(head, body);
        if (!chart.note().isEmpty()) {
            root.getChildren().add(Words.muted(chart.note()));
        }
        show(false);
    }

    /// The card.
    public Region root() {
        return root;
    }

    /// The chart without the edge of a card, to stand on another one.
    public Region bare() {
        root.getStyleClass().setAll("rp-chart-bare");
        return root;
    }

    /// Shows the numbers as a table, or as a picture.
    public void show(boolean asTable) {
        table = asTable;
        change.setText(texts.get(asTable ? "chart.picture" : "chart.table"));
        body.getChildren().setAll(asTable ? grid() : picture());
    }

    private MenuButton menu() {
        change.setOnAction(_ -> show(!table));
        MenuItem picture = new MenuItem(texts.get("chart.save.picture"));
        picture.setOnAction(_ -> ways.savePicture(chart, root));
        MenuItem numbers = new MenuItem(texts.get("chart.save.table"));
        numbers.setOnAction(_ -> ways.saveTable(chart));
        MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL), change, picture, numbers);
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rp-chart-menu");
        menu.setId("chart-menu-" + chart.id());
        menu.setAccessibleText(texts.get("chart.menu", chart.claim()));
        return menu;
    }

    private Drawing picture() {
        Drawing drawing = new Drawing(chart.painter());
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setAccessibleText(chart.claim());
        drawing.setMinHeight(chart.height());
        drawing.setPrefHeight(chart.height());
        drawing.getStyleClass().add("rp-chart-drawing");
        return drawing;
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rp-chart-table");
        for (int column = 0; column < chart.table().headers().size(); column++) {
            Label header = Words.small(chart.table().headers().get(column));
            header.getStyleClass().add("rp-muted");
            grid.add(header, column, 0);
            for (int row = 0; row < chart.table().rows().size(); row++) {
                Label cell = Words.small(chart.table().rows().get(row).get(column));
                cell.getStyleClass().addAll("rp-content", "rp-number");
                grid.add(cell, column, row + 1);
            }
        }
        return grid;
    }
}
