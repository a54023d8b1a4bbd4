package dev.rockpool.app.statistics;

import dev.rockpool.app.chart.ChartFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.content.Library;
import dev.rockpool.study.statistics.Period;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Statistics, as a screen of the shell.
public final class StatisticsScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "statistics";

    private final StatisticsViewModel model;
    private final StatisticsView view;
    private final StackPane root = new StackPane();

    public StatisticsScreen(AppContext context) {
        Library library = context.library();
        model = new StatisticsViewModel(
                context.study(),
                library::snapshot,
                () -> context.preferences().get(StudySettings.RETENTION) / 100.0,
                context.tasks(),
                context.errors()::show);
        view = new StatisticsView(
                model,
                context.texts(),
                new ChartFiles(context, new WindowDialogs(root)),
                question -> context.navigator().open(Place.of("document", "question", question)),
                () -> context.navigator().open(Place.of("study")));
        root.getChildren().setAll(view.root());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.BAR_CHART_2, StatisticsScreen::new);
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
        List<Command> commands = new ArrayList<>();
        List<Period> periods = List.of(Period.values());
        for (int at = 0; at < periods.size(); at++) {
            Period period = periods.get(at);
            commands.add(Command.of(
                    "statistics.period." + period,
                    "statistics.command." + period,
                    () -> model.choose(period),
                    String.valueOf(at + 1)));
        }
        commands.add(Command.of(
                "statistics.tables",
                "statistics.command.tables",
                () -> model.showTables(!model.tables().get()),
                "T"));
        return commands;
    }
}
