package dev.rockpool.app.settings;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Finding;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The user's own deck folders, and what is wrong in them.
final class DecksSection {
    private static final int GAP = 8;
    private static final int FINDINGS_SHOWN = 20;

    private final Texts texts;
    private final AppContext context;
    private final Change change;
    private final Section section;
    private final VBox folders = new VBox(4);
    private final VBox findings = new VBox(GAP);

    DecksSection(AppContext context, Change change) {
        this.texts = context.texts();
        this.context = context;
        this.change = change;
        this.section = new Section(texts, "decks", Feather.FOLDER);
        Button add = new Button(texts.get("settings.decks.add"), new FontIcon(Feather.FOLDER_PLUS));
        add.setId("decks-add");
        add.setOnAction(_ -> choose());
        section.row("decks.folders", Section.asWide(add));
        section.add(folders);
        findings.getStyleClass().add("rp-findings");
        section.add(findings);
        context.preferences().observe(StudySettings.FOLDERS).subscribe(this::list);
    }

    Region root() {
        return section.root();
    }

    /// Shows what is wrong in the decks now.
    void refresh() {
        List<Finding> found = context.library().snapshot().findings();
        findings.getChildren().clear();
        if (found.isEmpty()) {
            return;
        }
        Label heading = new Label(texts.get("settings.decks.findings", found.size()));
        heading.getStyleClass().addAll("rp-strong");
        heading.setWrapText(true);
        findings.getChildren().add(heading);
        found.stream().limit(FINDINGS_SHOWN).map(DecksSection::line).forEach(findings.getChildren()::add);
        if (found.size() > FINDINGS_SHOWN) {
            findings.getChildren().add(new Label(texts.get("settings.decks.more", found.size() - FINDINGS_SHOWN)));
        }
    }

    private static VBox line(Finding finding) {
        Label where = new Label(shortened(finding.file()) + ":" + finding.line());
        where.getStyleClass().addAll("rp-content", "rp-mono", "rp-small");
        where.setWrapText(true);
        Label sentence = new Label(finding.sentence());
        sentence.getStyleClass().add("rp-content");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox line = new VBox(where, sentence);
        line.getStyleClass().add("rp-inset");
        return line;
    }

    /// The file and its folder; the whole path is in the list above.
    private static String shortened(String file) {
        Path path = Path.of(file);
        int names = path.getNameCount();
        return names <= 2 ? file : path.subpath(names - 2, names).toString();
    }

    private void list(List<Path> chosen) {
        folders.getChildren().setAll(row(context.directory().decks(), false));
        chosen.forEach(folder -> folders.getChildren().add(row(folder, true)));
    }

    private HBox row(Path folder, boolean removable) {
        Label path = new Label(context.directory().told(folder).toString());
        path.getStyleClass().addAll("rp-content", "rp-mono", "rp-small");
        path.setWrapText(true);
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(GAP, new FontIcon(Feather.FOLDER), path);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("rp-inset", "rp-inset-row");
        row.getChildren()
                .add(button(
                        Feather.EXTERNAL_LINK,
                        texts.get("settings.decks.open", folder),
                        () -> context.outside().open(folder.toUri())));
        if (removable) {
            row.getChildren()
                    .add(button(Feather.TRASH_2, texts.get("settings.decks.remove", folder), () -> remove(folder)));
        }
        return row;
    }

    private static Button button(Ikon icon, String name, Runnable act) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("settings.decks.add"));
        File chosen = chooser.showDialog(section.root().getScene().getWindow());
        if (chosen != null) {
            add(chosen.toPath());
        }
    }

    private void add(Path folder) {
        List<Path> now = new ArrayList<>(context.preferences().get(StudySettings.FOLDERS));
        if (!now.contains(folder)) {
            now.add(folder);
            set(now);
        }
    }

    private void remove(Path folder) {
        List<Path> now = new ArrayList<>(context.preferences().get(StudySettings.FOLDERS));
        now.remove(folder);
        set(now);
    }

    private void set(List<Path> chosen) {
        change.set(
                StudySettings.FOLDERS,
                List.copyOf(chosen),
                texts.get("settings.decks.folders"),
                texts.get("settings.decks.count", chosen.size()));
    }
}
