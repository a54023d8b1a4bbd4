package dev.rockpool.app.shell;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.text.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar under the header in which faults are told: what went wrong, why, what to do, and a code to search for.
final class FaultBar {
    private static final int GAP = 8;
    private static final Insets MARGIN = new Insets(0, 24, 12, 24);

    private final Texts texts;
    private final Faults faults;
    private final VBox root = new VBox(GAP);

    FaultBar(Texts texts, Faults faults) {
        this.texts = texts;
        this.faults = faults;
        root.setId("faults");
        faults.told().addListener((ListChangeListener<Fault>) _ -> show());
        show();
    }

    Region root() {
        return root;
    }

    private void show() {
        root.setPadding(faults.told().isEmpty() ? Insets.EMPTY : MARGIN);
        root.getChildren().setAll(faults.told().stream().map(this::bar).toList());
    }

    private HBox bar(Fault fault) {
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("rp-fault-icon");

        Label sentence = new Label(fault.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().addAll("rp-strong", "rp-content");
        VBox said = new VBox(4, sentence);
        String more = Stream.of(fault.cause(), fault.nextStep())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!more.isEmpty()) {
            Label reason = new Label(more);
            reason.setWrapText(true);
            reason.setMinHeight(Region.USE_PREF_SIZE);
            said.getChildren().add(reason);
        }
        HBox.setHgrow(said, Priority.ALWAYS);

        Button copy = new Button(fault.code(), new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.FLAT, "rp-mono", "rp-small", "rp-content");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(texts.get("fault.copy", fault.code()));
        copy.setTooltip(new Tooltip(texts.get("fault.copy", fault.code())));
        copy.setOnAction(_ -> copy(fault));

        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText(texts.get("fault.close"));
        close.setTooltip(new Tooltip(texts.get("fault.close")));
        close.setOnAction(_ -> faults.clear(fault.code()));

        HBox bar = new HBox(icon, said, copy, close);
        bar.getStyleClass().add("rp-fault");
        return bar;
    }

    private static void copy(Fault fault) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Stream.of(fault.code(), fault.sentence(), fault.cause(), fault.details())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
