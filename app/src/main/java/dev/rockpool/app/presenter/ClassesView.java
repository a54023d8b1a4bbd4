package dev.rockpool.app.presenter;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.chart.Chart;
import dev.rockpool.app.chart.ChartCard;
import dev.rockpool.app.chart.ChartTable;
import dev.rockpool.app.chart.ChartWays;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What earlier classes gained, a chart for each lesson, and each class on a line of its own.
final class ClassesView {
    private static final double HEIGHT = 180;
    private static final double PERCENT = 100;

    private final Texts texts;
    private final UnaryOperator<String> title;
    private final ChartWays ways;
    private final Acts acts;
    private final DateTimeFormatter day;
    private final StackPane root = new StackPane();
    private List<ClassRun> shown = List.of();

    /// What can be done with classes.
    interface Acts {
        /// Writes all classes as CSV.
        void save(ChartTable table);

        /// Forgets one class.
        void forget(ClassRun run);

        /// Forgets all classes.
        void forgetAll();

        /// Leads back to the lessons.
        void close();
    }

    /// @param title the title of a lesson, by its id
    /// @param zone in which a class was on a day
    ClassesView(Texts texts, UnaryOperator<String> title, ChartWays ways, Acts acts, ZoneId zone) {
        this.texts = texts;
        this.title = title;
        this.ways = ways;
        this.acts = acts;
        day = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", texts.locale()).withZone(zone);
        root.getStyleClass().add("rp-screen");
    }

    Region root() {
        return root;
    }

    /// Puts the focus on what is wanted next.
    void focus() {
        root.applyCss();
        Node first = root.lookup(".rp-primary");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// What can be done, with its keys.
    List<Command> commands() {
        return List.of(
                Command.of("present.classes.save", "present.classes.save", this::save, PresentKeys.SAVE)
                        .when(() -> !shown.isEmpty()),
                Command.of("present.classes.forget", "present.classes.forget", acts::forgetAll, PresentKeys.FORGET)
                        .when(() -> !shown.isEmpty()),
                Command.of("present.classes.close", "present.classes.close", acts::close, PresentKeys.LEAVE));
    }

    private void save() {
        acts.save(table(shown, true));
    }

    /// Shows these classes, the earliest first.
    void show(List<ClassRun> runs) {
        shown = List.copyOf(runs);
        if (runs.isEmpty()) {
            Button choose = DeskButtons.act(texts, "present.classes.choose", PresentKeys.LEAVE, acts::close);
            choose.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
            root.getChildren()
                    .setAll(new EmptyState(
                                    Feather.USERS,
                                    texts.get("present.classes.none"),
                                    texts.get("present.classes.none.why"),
                                    List.of(choose))
                            .root());
            return;
        }
        VBox list = new VBox(heading(), Words.plain(texts.get("present.classes.why")), buttons());
        list.getStyleClass().add("rp-lesson-list");
        Map<String, List<ClassRun>> lessons = new LinkedHashMap<>();
        runs.forEach(run ->
                lessons.computeIfAbsent(run.lesson(), _ -> new ArrayList<>()).add(run));
        lessons.forEach((lesson, classes) -> list.getChildren().addAll(lesson(lesson, classes)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rp-clear");
        root.getChildren().setAll(scroll);
    }

    private Label heading() {
        Label heading = Words.plain(texts.get("present.classes"));
        heading.getStyleClass().add("rp-title");
        return heading;
    }

    private Region buttons() {
        Button save = DeskButtons.act(texts, "present.classes.save", PresentKeys.SAVE, this::save);
        save.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        FlowPane buttons = new FlowPane(
                save,
                DeskButtons.act(texts, "present.classes.close", PresentKeys.LEAVE, acts::close),
                DeskButtons.act(texts, "present.classes.forget", PresentKeys.FORGET, acts::forgetAll));
        buttons.getStyleClass().add("rp-actions");
        return buttons;
    }

    private List<Node> lesson(String lesson, List<ClassRun> classes) {
        List<ClassRun> told = classes.stream()
                .filter(run -> run.gain().normalised().isPresent())
                .toList();
        Label name = Words.heading(title.apply(lesson));
        name.getStyleClass().add("rp-content");
        List<Node> parts = new ArrayList<>(List.of(name));
        if (!told.isEmpty()) {
            Gains gains = Gains.of(told);
            Chart chart = new Chart(
                    "gains-" + lesson,
                    GainWords.claim(texts, gains),
                    "",
                    HEIGHT,
                    new GainsPicture(gains.values(), OptionalDouble.empty(), GainWords.of(texts)),
                    table(classes, false));
            parts.add(new ChartCard(texts, chart, ways).root());
        }
        Fold each = Fold.section(texts.get("present.classes.each", classes.size()));
        each.setContent(classes.reversed().stream().map(this::row).toList());
        parts.add(each.root());
        return parts;
    }

    private Node row(ClassRun run) {
        Label words = Words.plain(sentence(run));
        words.getStyleClass().add("rp-content");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button forget = new Button(texts.get("present.classes.forget.one"));
        forget.setAccessibleText(texts.get("present.classes.forget.named", day.format(run.begun())));
        forget.getStyleClass().addAll(Styles.FLAT, "rp-quiet");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(_ -> acts.forget(run));
        HBox row = new HBox(words, forget);
        row.getStyleClass().add("rp-class-row");
        return row;
    }

    private String sentence(ClassRun run) {
        String when = day.format(run.begun());
        if (run.gain().pairs() == 0) {
            return texts.get("present.classes.row.once", when, run.hands());
        }
        OptionalDouble gain = run.gain().normalised();
        return gain.isPresent()
                ? texts.get(
                        "present.classes.row",
                        when,
                        run.hands(),
                        percent(run.gain().before()),
                        percent(run.gain().after()),
                        GainWords.number(gain.getAsDouble()))
                : texts.get("present.classes.row.knew", when, run.hands());
    }

    /// @param all whether the lesson is named in each row
    private ChartTable table(List<ClassRun> runs, boolean all) {
        List<String> headers = Stream.of(
                        "lesson", "begun", "seed", "hands", "questions", "twice", "before", "after", "gain")
                .skip(all ? 0 : 1)
                .map(name -> texts.get("present.classes.header." + name))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (ClassRun run : runs) {
            List<String> row = new ArrayList<>();
            if (all) {
                row.add(run.lesson());
            }
            boolean told = run.gain().pairs() > 0;
            row.addAll(List.of(
                    String.valueOf(run.begun().truncatedTo(ChronoUnit.SECONDS)),
                    String.valueOf(run.seed()),
                    String.valueOf(run.hands()),
                    String.valueOf(run.gain().asked()),
                    String.valueOf(run.gain().pairs()),
                    told ? tenths(run.gain().before()) : "",
                    told ? tenths(run.gain().after()) : "",
                    run.gain().normalised().stream()
                            .mapToObj(gain -> String.format(Locale.ROOT, "%.4f", gain))
                            .findFirst()
                            .orElse("")));
            rows.add(row);
        }
        return new ChartTable(headers, rows);
    }

    private static long percent(double share) {
        return Math.round(share * PERCENT);
    }

    private static String tenths(double share) {
        return String.format(Locale.ROOT, "%.1f", share * PERCENT);
    }
}
