package dev.rockpool.app.presenter;

import dev.rockpool.app.chart.ChartFiles;
import dev.rockpool.app.chart.ChartTable;
import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.layout.Region;

/// Earlier classes: read, shown, saved as CSV, forgotten and remembered again.
final class ClassesRoom {
    private static final String FILE = "rockpool-classes.csv";

    private final AppContext context;
    private final FileDialogs dialogs;
    private final ClassRepository classes;
    private final ClassesView view;
    private final Runnable left;

    /// @param title the title of a lesson, by its id
    /// @param left told when the teacher leaves
    ClassesRoom(AppContext context, FileDialogs dialogs, UnaryOperator<String> title, Runnable left) {
        this.context = context;
        this.dialogs = dialogs;
        this.left = left;
        classes = new ClassRepository(context.database());
        view = new ClassesView(context.texts(), title, new ChartFiles(context, dialogs), new Acts(), context.zone());
    }

    Region root() {
        return view.root();
    }

    List<Command> commands() {
        return view.commands();
    }

    /// Reads the classes.
    ///
    /// @param then told when they can be shown
    void open(Consumer<ClassesRoom> then) {
        read(() -> {
            then.accept(this);
            view.focus();
        });
    }

    private void read(Runnable then) {
        context.tasks()
                .of(_ -> ClassRun.of(classes.all()))
                .onSuccess(runs -> {
                    view.show(runs);
                    then.run();
                })
                .start();
    }

    private void change(Runnable change, Runnable then) {
        context.tasks()
                .of(_ -> {
                    change.run();
                    return ClassRun.of(classes.all());
                })
                .onSuccess(runs -> {
                    view.show(runs);
                    view.focus();
                    then.run();
                })
                .start();
    }

    private final class Acts implements ClassesView.Acts {
        @Override
        public void save(ChartTable table) {
            dialogs.save(context.texts().get("present.classes.save"), FILE)
                    .ifPresent(file -> new UserFiles(context).write(file, table.csv()));
        }

        @Override
        public void forget(ClassRun run) {
            forget(
                    count -> count.run().equals(run.begun()),
                    () -> classes.delete(run.begun()),
                    "present.classes.forgotten.one");
        }

        @Override
        public void forgetAll() {
            forget(_ -> true, classes::deleteAll, "present.classes.forgotten");
        }

        private void forget(Predicate<ClassCount> which, Runnable delete, String told) {
            context.tasks()
                    .of(_ -> classes.all().stream().filter(which).toList())
                    .onSuccess(gone -> change(
                            delete,
                            () -> context.notices()
                                    .show(context.texts().get(told), () -> change(() -> classes.keep(gone), () -> {}))))
                    .start();
        }

        @Override
        public void close() {
            left.run();
        }
    }
}
