package dev.rockpool.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.preference.LearningSteps;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.Setting;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// When cards return, how many new ones a day, and the memory model's fit to the learner.
final class StudySection {
    private static final int GAP = 8;
    private static final int CONTROL_WIDTH = 168;
    private static final int NUMBER_WIDTH = 52;

    private final Texts texts;
    private final Preferences preferences;
    private final Change change;
    private final Section section;

    StudySection(Texts texts, Preferences preferences, Change change, FitViewModel fit) {
        this.texts = texts;
        this.preferences = preferences;
        this.change = change;
        this.section = new Section(texts, "study", Feather.LAYERS);
        section.row("retention", retention());
        section.row("new-per-day", number(StudySettings.NEW_PER_DAY, "new-per-day", 0, StudyOptions.MOST_NEW));
        section.row("rollover", rollover());
        section.row("steps", steps());
        section.row(
                "longest-interval",
                number(StudySettings.LONGEST_INTERVAL, "longest-interval", 1, SchedulerOptions.LONGEST_INTERVAL));
        section.row("quiz-reviews", quizReviews());
        new FitView(texts, fit).addTo(section);
    }

    Region root() {
        return section.root();
    }

    private ToggleSwitch quizReviews() {
        Setting<Boolean> setting = StudySettings.QUIZ_REVIEWS;
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("quiz-reviews");
        toggle.setAccessibleText(texts.get("settings.quiz-reviews"));
        toggle.setSelected(preferences.get(setting));
        toggle.selectedProperty()
                .addListener((_, _, chosen) -> change.set(
                        setting,
                        chosen,
                        texts.get("settings.quiz-reviews"),
                        texts.get(chosen ? "settings.quiz-reviews.on" : "settings.quiz-reviews.off")));
        preferences.observe(setting).subscribe(value -> toggle.setSelected(value));
        return toggle;
    }

    private HBox retention() {
        Setting<Integer> setting = StudySettings.RETENTION;
        Slider slider =
                new Slider(StudySettings.LEAST_RETENTION, StudySettings.GREATEST_RETENTION, preferences.get(setting));
        slider.setId("retention");
        slider.setBlockIncrement(1);
        slider.setPrefWidth(CONTROL_WIDTH);
        slider.setAccessibleText(texts.get("settings.retention"));
        Label now = new Label();
        now.getStyleClass().addAll("rp-content", "rp-number");
        now.setMinWidth(NUMBER_WIDTH);
        slider.valueProperty()
                .subscribe(value -> now.setText(texts.get("settings.percent", Math.round(value.doubleValue()))));
        Runnable choose = () -> {
            int value = (int) Math.round(slider.getValue());
            change.set(setting, value, texts.get("settings.retention"), texts.get("settings.percent", value));
        };
        slider.valueProperty().addListener((_, _, _) -> {
            if (!slider.isValueChanging()) {
                choose.run();
            }
        });
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                choose.run();
            }
        });
        preferences.observe(setting).subscribe(value -> slider.setValue(value));
        return row(setting, "retention", value -> texts.get("settings.percent", value), slider, now);
    }

    private HBox number(Setting<Integer> setting, String key, int lowest, int highest) {
        Spinner<Integer> spinner =
                new Spinner<>(lowest, highest, preferences.get(setting).intValue());
        spinner.setId(key);
        spinner.setEditable(true);
        spinner.setPrefWidth(CONTROL_WIDTH - NUMBER_WIDTH);
        spinner.setAccessibleText(texts.get("settings." + key));
        spinner.getValueFactory().setConverter(new WholeNumber(() -> preferences.get(setting), lowest, highest));
        spinner.valueProperty()
                .addListener((_, _, value) -> change.set(
                        setting, value, texts.get("settings." + key), texts.get("settings." + key + ".value", value)));
        preferences
                .observe(setting)
                .subscribe(value -> spinner.getValueFactory().setValue(value));
        Label unit = Section.asWide(new Label(texts.get("settings." + key + ".unit")));
        return row(setting, key, value -> texts.get("settings." + key + ".value", value), spinner, unit);
    }

    private HBox rollover() {
        Setting<Integer> setting = StudySettings.ROLLOVER_HOUR;
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
        Function<Integer, String> shown = hour -> clock.format(LocalTime.of(hour, 0));
        PrefixSelectionComboBox<Integer> hours = new PrefixSelectionComboBox<>();
        hours.setId("rollover");
        hours.getStyleClass().add("rp-content");
        hours.getItems()
                .setAll(IntStream.rangeClosed(0, StudySettings.LAST_ROLLOVER_HOUR)
                        .boxed()
                        .toList());
        hours.setConverter(new OptionWords<>(hour -> shown.apply(hour)));
        hours.setPrefWidth(CONTROL_WIDTH);
        hours.setAccessibleText(texts.get("settings.rollover"));
        preferences.observe(setting).subscribe(hour -> hours.setValue(hour));
        hours.valueProperty()
                .addListener(
                        (_, _, hour) -> change.set(setting, hour, texts.get("settings.rollover"), shown.apply(hour)));
        return row(setting, "rollover", shown, hours);
    }

    private HBox steps() {
        Setting<List<Duration>> setting = StudySettings.LEARNING_STEPS;
        TextField field = new TextField();
        field.setId("steps");
        field.getStyleClass().add("rp-content");
        field.setPrefWidth(CONTROL_WIDTH);
        field.setAccessibleText(texts.get("settings.steps"));
        Label fault = new Label(texts.get("settings.steps.fault"));
        fault.setWrapText(true);
        fault.setMaxWidth(CONTROL_WIDTH);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.getStyleClass().addAll("rp-small", "rp-danger");
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        preferences.observe(setting).subscribe(steps -> field.setText(LearningSteps.write(steps)));
        Runnable choose = () -> {
            Optional<List<Duration>> steps = LearningSteps.read(field.getText());
            fault.setVisible(steps.isEmpty());
            field.pseudoClassStateChanged(Styles.STATE_DANGER, steps.isEmpty());
            steps.ifPresent(
                    given -> change.set(setting, given, texts.get("settings.steps"), LearningSteps.write(given)));
        };
        field.setOnAction(_ -> choose.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                choose.run();
            }
        });
        return row(setting, "steps", LearningSteps::write, centred(field, fault));
    }

    private static VBox centred(Node... nodes) {
        VBox box = new VBox(4, nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// The controls, and before them, once the value is not the default, a button that takes it back to it.
    private <T> HBox row(Setting<T> setting, String key, Function<T, String> shown, Node... controls) {
        String name = texts.get("settings." + key);
        Button reset = new Button(null, new FontIcon(Feather.ROTATE_CCW));
        reset.setId("reset-" + key);
        reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        String does = texts.get("settings.reset", name, shown.apply(setting.standard()));
        reset.setAccessibleText(does);
        reset.setTooltip(new Tooltip(does));
        reset.setOnAction(_ -> change.set(setting, setting.standard(), name, shown.apply(setting.standard())));
        preferences.observe(setting).subscribe(value -> reset.setVisible(!value.equals(setting.standard())));
        HBox row = new HBox(GAP, reset);
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_RIGHT);
        return Section.asWide(row);
    }
}
