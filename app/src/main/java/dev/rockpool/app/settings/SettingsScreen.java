package dev.rockpool.app.settings;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Screen;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Appearance, study, decks, data.
///
/// Items: the sections’ names, `appearance`, `study`, `decks`, `data`.
public final class SettingsScreen implements Screen {
    private static final int WIDTH = 960;

    private final ScrollPane root;
    private final AppearanceSection appearance;
    private final DecksSection decks;
    private final Map<String, Region> sections;

    public SettingsScreen(AppContext context) {
        Change change = new Change(context.preferences(), context.notices(), context.texts());
        appearance = new AppearanceSection(context.texts(), context.appearance(), change);
        decks = new DecksSection(context, change);
        StudySection study = new StudySection(
                context.texts(),
                context.preferences(),
                change,
                new FitViewModel(context.study(), context.preferences(), change, context.tasks(), context.texts()));
        DataSection data = new DataSection(context);
        sections = Map.of(
                "appearance", appearance.root(), "study", study.root(), "decks", decks.root(), "data", data.root());
        VBox column = new VBox(appearance.root(), study.root(), decks.root(), data.root());
        column.getStyleClass().add("rp-settings");
        column.setMaxWidth(WIDTH);
        StackPane page = new StackPane(column);
        page.setAlignment(Pos.TOP_LEFT);
        page.getStyleClass().add("rp-screen");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("rp-clear");
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        decks.refresh();
        appearance.root().lookup("#theme-SYSTEM").requestFocus();
    }

    /// Scrolls to the section.
    @Override
    public void open(String item) {
        Region section = sections.get(item);
        if (section != null && root.getContent() instanceof Region page) {
            root.applyCss();
            root.layout();
            double reach = page.getHeight() - root.getViewportBounds().getHeight();
            root.setVvalue(reach <= 0 ? 0 : Math.min(section.getBoundsInParent().getMinY() / reach, 1));
        }
    }

    @Override
    public void changed() {
        decks.refresh();
    }

    @Override
    public void hidden() {}

    @Override
    public List<Command> commands() {
        return List.of();
    }
}
