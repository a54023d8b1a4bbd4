package dev.rockpool.app.settings;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Screen;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Appearance, study, decks, data.
public final class SettingsScreen implements Screen {
    private static final int WIDTH = 960;

    private final ScrollPane root;
    private final AppearanceSection appearance;
    private final DecksSection decks;

    public SettingsScreen(AppContext context) {
        Change change = new Change(context.preferences(), context.notices(), context.texts());
        appearance = new AppearanceSection(context.texts(), context.appearance(), change);
        decks = new DecksSection(context, change);
        VBox sections = new VBox(
                appearance.root(),
                new StudySection(context.texts(), context.preferences(), change).root(),
                decks.root(),
                new DataSection(context).root());
        sections.getStyleClass().add("rp-settings");
        sections.setMaxWidth(WIDTH);
        StackPane page = new StackPane(sections);
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
