package dev.rockpool.app.planning;

import dev.rockpool.app.chart.ChartFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Plan, as a screen of the shell.
public final class PlanScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "plan";

    private final PlanViewModel model;
    private final PlanView view;
    private final StackPane root = new StackPane();

    public PlanScreen(AppContext context) {
        model = new PlanViewModel(
                context.study(),
                context.preferences(),
                context.notices(),
                context.tasks(),
                context.texts(),
                context.errors()::show);
        view = new PlanView(model, context.texts(), new ChartFiles(context, new WindowDialogs(root)));
        root.getChildren().setAll(view.root());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.CALENDAR, PlanScreen::new);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
        view.focus();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void hidden() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(
                        "plan.even",
                        "plan.command.even",
                        () -> model.even(!model.balancing().even()),
                        "B"),
                Command.of("plan.exam.start", "plan.exam.start", model::startExam, "X")
                        .when(() -> model.exam().isEmpty()),
                Command.of("plan.exam.stop", "plan.exam.stop", model::stopExam, "X")
                        .when(() -> model.exam().isPresent()));
    }
}
