package dev.rockpool.app.presenter;

import dev.rockpool.app.activity.ActivitiesView;
import dev.rockpool.app.activity.ActivityEditor;
import dev.rockpool.app.activity.ActivityKeys;
import dev.rockpool.app.activity.ActivityRoom;
import dev.rockpool.app.activity.ActivityShelf;
import dev.rockpool.app.activity.MarksView;
import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.content.Activity;
import dev.rockpool.content.Lesson;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.quiz.activity.GradeBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Present, as a screen of the shell: the lessons, or the presenter’s desk of the one that is being given.
///
/// An item `lesson/ID` begins a lesson, `lesson/ID/STEP` at a step, counted from 1; `activity/ID` opens an activity,
/// `activity/` the list, `edit/FILE` the text of one, `grade/FOLDER` the marks of handed-in files, `classes/` what
/// earlier classes gained.
public final class PresentScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "present";

    /// How many lessons have a digit.
    static final int DIGITS = 9;

    private static final String LESSON = "lesson";
    private static final String ACTIVITY = "activity";

    private static final String GRADE = "grade";
    private static final String EDIT = "edit";
    private static final String CLASSES = "classes";

    /// The activities.
    public static final Place ACTIVITIES = new Place(ID, ACTIVITY + "/");

    /// What earlier classes gained.
    public static final Place EARLIER = new Place(ID, CLASSES + "/");

    private final AppContext context;
    private final List<LabEntry<?, ?, ?>> entries;
    private final LongSupplier nanos;
    private final LessonShelf shelf;
    private final ActivityShelf activities;
    private final FileDialogs dialogs;
    private final LessonListView list;
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final Heartbeat heartbeat = new Heartbeat();
    private Optional<LessonRoom> room = Optional.empty();
    private Optional<ActivityRoom> work = Optional.empty();
    private Supplier<List<Command>> commands = List::of;

    /// @param nanos a clock that runs on, for slices of work
    public PresentScreen(AppContext context, List<LabEntry<?, ?, ?>> entries, LongSupplier nanos) {
        this.context = context;
        this.entries = List.copyOf(entries);
        this.nanos = nanos;
        shelf = new LessonShelf(context);
        activities = new ActivityShelf(context);
        dialogs = new WindowDialogs(root);
        list = new LessonListView(
                shelf,
                new ActivitiesView(activities, context.texts(), new Acts()),
                context.texts(),
                this::begin,
                () -> context.outside().open(shelf.folder().toUri()),
                this::classes);
        root.getChildren().setAll(list.root());
    }

    /// The screen before it is built.
    public static ScreenEntry entry(Supplier<List<LabEntry<?, ?, ?>>> labs) {
        return new ScreenEntry(ID, Feather.CAST, context -> new PresentScreen(context, labs.get(), System::nanoTime));
    }

    /// The place of a lesson.
    public static Place placeOf(String lesson) {
        return Place.of(ID, LESSON, lesson);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        shelf.refresh();
        activities.refresh();
        if (work.isPresent()) {
            work.get().arrive();
        } else {
            room.ifPresentOrElse(LessonRoom::focus, list::focus);
        }
        heartbeat.start();
    }

    @Override
    public void changed() {
        shelf.refresh();
        activities.refresh();
    }

    @Override
    public void hidden() {
        room.ifPresent(LessonRoom::rest);
        work.ifPresent(ActivityRoom::rest);
        heartbeat.stop();
    }

    @Override
    public ObservableValue<String> where() {
        return where.getReadOnlyProperty();
    }

    @Override
    public List<Command> commands() {
        if (room.isPresent()) {
            return room.get().commands();
        }
        return root.getChildren().contains(list.root()) ? choosing() : commands.get();
    }

    private List<Command> choosing() {
        Acts acts = new Acts();
        List<Command> choices = new ArrayList<>();
        for (int index = 0; index < DIGITS; index++) {
            int at = index;
            String digit = String.valueOf(index + 1);
            choices.add(Command.of(
                            "present.start" + digit,
                            "present.start." + digit,
                            () -> list.start(at),
                            digit,
                            "Numpad " + digit)
                    .when(() -> at < list.startable()));
        }
        choices.add(Command.of("present.classes", "present.classes", this::classes, PresentKeys.CLASSES));
        choices.add(Command.of("activity.list.open", "activity.list.open", acts::open, ActivityKeys.OPEN));
        choices.add(Command.of(
                "activity.list.write", "activity.list.write", () -> acts.edit(activities.fresh()), ActivityKeys.WRITE));
        choices.add(Command.of("activity.list.grade", "activity.list.grade", acts::grade, ActivityKeys.GRADE));
        return choices;
    }

    @Override
    public void open(String item) {
        String[] parts = item.split("/", -1);
        switch (parts[0]) {
            case ACTIVITY -> openActivity(parts.length > 1 ? parts[1] : "");
            case GRADE -> grade(Path.of(item.substring(GRADE.length() + 1)));
            case CLASSES -> classes();
            case EDIT -> new Acts().edit(Path.of(item.substring(EDIT.length() + 1)));
            default -> openLesson(item, parts);
        }
    }

    private void openLesson(String item, String[] parts) {
        Optional<Lesson> lesson = parts.length > 1 ? shelf.find(parts[1]) : Optional.empty();
        if (lesson.isEmpty()) {
            context.errors()
                    .show(new InputException(
                            "lesson-unknown",
                            context.texts().get("present.unknown", Quote.of(parts.length > 1 ? parts[1] : item))));
            return;
        }
        begin(lesson.get());
        if (parts.length > 2 && parts[2].chars().allMatch(Character::isDigit) && !parts[2].isEmpty()) {
            room.ifPresent(begun -> begun.model().go(Integer.parseInt(parts[2]) - 1));
        }
    }

    /// Opens an activity by its name; without one, shows the list.
    private void openActivity(String id) {
        if (id.isEmpty()) {
            leaveWork();
            list.focusActivities();
            return;
        }
        context.tasks()
                .of(_ -> activities.named(id))
                .onSuccess(found -> found.ifPresentOrElse(
                        this::work,
                        () -> context.errors()
                                .show(new InputException(
                                        "activity-unknown", context.texts().get("activity.unknown", Quote.of(id))))))
                .start();
    }

    /// A student works.
    private void work(Activity activity) {
        work.ifPresent(ActivityRoom::rest);
        ActivityRoom begun = new ActivityRoom(context, activity, entries, dialogs, this::leaveWork);
        work = Optional.of(begun);
        show(begun.root(), begun.where(), begun::commands);
        begun.arrive();
    }

    private void leaveWork() {
        work.ifPresent(ActivityRoom::rest);
        work = Optional.empty();
        activities.refresh(); // one may have been written
        leave();
    }

    private ObservableValue<String> named(String name) {
        return new ReadOnlyStringWrapper(context.texts().get("activity.at", name));
    }

    private void show(Region region, ObservableValue<String> name, Supplier<List<Command>> acts) {
        commands = acts;
        root.getChildren().setAll(region);
        where.unbind();
        where.bind(name);
    }

    /// What a teacher and a student do beside lessons.
    private final class Acts implements ActivitiesView.Acts {
        @Override
        public void work(Activity activity) {
            PresentScreen.this.work(activity);
        }

        @Override
        public void edit(Path file) {
            context.tasks()
                    .of(_ -> activities.text(file))
                    .onSuccess(text -> edit(file, text))
                    .start();
        }

        private void edit(Path file, String text) {
            ActivityEditor editor = new ActivityEditor(
                    context,
                    file,
                    text,
                    PresentScreen.this::work,
                    again -> edit(file, again),
                    PresentScreen.this::leaveWork);
            show(editor.root(), named(String.valueOf(file.getFileName())), editor::commands);
            editor.focus();
        }

        @Override
        public void open() {
            dialogs.open(context.texts().get("activity.list.open"))
                    .ifPresent(file -> context.tasks()
                            .of(_ -> activities.opened(file))
                            .onSuccess(PresentScreen.this::work)
                            .start());
        }

        @Override
        public void grade() {
            dialogs.folder(context.texts().get("activity.list.grade")).ifPresent(PresentScreen.this::grade);
        }
    }

    /// Grades a folder of handed-in files and shows the marks.
    void grade(Path folder) {
        context.tasks()
                .of(_ -> GradeBook.of(folder, activities.candidates(folder)))
                .onSuccess(book -> {
                    MarksView marks = new MarksView(
                            book,
                            context.texts(),
                            () -> dialogs.save(
                                            context.texts().get("activity.marks.save"),
                                            book.activity().id() + "-marks.csv")
                                    .ifPresent(file -> new UserFiles(context).write(file, book.csv())),
                            this::leaveWork);
                    show(marks.root(), named(book.activity().title()), marks::commands);
                    marks.focus();
                })
                .start();
    }

    // ---- earlier classes

    /// Shows what earlier classes gained.
    private void classes() {
        new ClassesRoom(
                        context,
                        dialogs,
                        id -> shelf.find(id).map(Lesson::title).orElse(id),
                        this::leave)
                .open(room -> show(
                        room.root(),
                        new ReadOnlyStringWrapper(context.texts().get("present.classes")),
                        room::commands));
    }

    private void begin(Lesson lesson) {
        room.ifPresent(LessonRoom::close);
        LessonRoom begun = new LessonRoom(context, lesson, entries, nanos, this::leave);
        room = Optional.of(begun);
        root.getChildren().setAll(begun.root());
        where.unbind();
        where.bind(begun.where());
        begun.focus();
    }

    private void leave() {
        room = Optional.empty();
        where.unbind();
        where.set("");
        root.getChildren().setAll(list.root());
        list.focus();
    }

    /// Lets time go by in the lesson, once a pulse.
    private final class Heartbeat extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            long elapsed = last == 0 ? 0 : now - last;
            last = now;
            room.ifPresent(begun -> begun.pulse(elapsed));
        }

        @Override
        public void stop() {
            super.stop();
            last = 0;
        }
    }
}
