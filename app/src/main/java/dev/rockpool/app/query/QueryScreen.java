package dev.rockpool.app.query;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.database.ReadOnlySql;
import java.util.List;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Query, as a screen of the shell.
///
/// An item `ready/ID` asks a ready-made question.
public final class QueryScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "query";

    private final AppContext context;
    private final QueryViewModel model;
    private final QueryView view;
    private final FileDialogs dialogs;
    private final UserFiles files;

    public QueryScreen(AppContext context) {
        this.context = context;
        model = new QueryViewModel(new ReadOnlySql(context.database()), context.tasks());
        view = new QueryView(model, context.texts(), context.zone(), this::saveCsv);
        dialogs = new WindowDialogs(view.root());
        files = new UserFiles(context);
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.DATABASE, QueryScreen::new);
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        view.focus();
    }

    @Override
    public void hidden() {
        model.cancel();
    }

    @Override
    public void open(String item) {
        model.ready().stream()
                .filter(each -> item.equals("ready/" + each.id()))
                .findFirst()
                .ifPresent(model::ask);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("query.run", "query.command.run", model::ask, QueryView.ASK),
                Command.of("query.focus", "query.command.focus", view::write, "Shortcut+F"),
                Command.of("query.chart", "query.command.chart", view::toggleChart, "Shortcut+T"),
                Command.of("query.csv", "query.csv", this::saveCsv, "Shortcut+E")
                        .when(() -> model.answer().get().isPresent()));
    }

    private void saveCsv() {
        dialogs.save(context.texts().get("query.csv"), context.texts().get("query.file"))
                .ifPresent(file -> files.write(file, model::writeCsv));
    }
}
