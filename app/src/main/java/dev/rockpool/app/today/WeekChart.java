package dev.rockpool.app.today;

import dev.rockpool.app.text.Texts;
import dev.rockpool.study.StudyDay;
import java.time.format.TextStyle;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Answers of the last seven days as bars from zero, each with its number.
final class WeekChart {
    private static final double HEIGHT = 72;
    private static final double LEAST = 3;

    private final HBox root = new HBox();

    WeekChart(List<StudyDay> days, Texts texts) {
        root.getStyleClass().add("rp-week");
        int most = Math.max(1, days.stream().mapToInt(StudyDay::answers).max().orElse(1));
        for (int index = 0; index < days.size(); index++) {
            root.getChildren().add(column(days.get(index), most, index == days.size() - 1, texts));
        }
    }

    Region root() {
        return root;
    }

    private static Region column(StudyDay day, int most, boolean today, Texts texts) {
        Label number = new Label(day.answers() == 0 ? "–" : String.valueOf(day.answers()));
        number.getStyleClass().addAll("rp-small", "rp-content");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region bar = new Region();
        bar.getStyleClass().add(today ? "rp-week-bar-today" : "rp-week-bar");
        double height = day.answers() == 0 ? 1 : Math.max(LEAST, HEIGHT * day.answers() / most);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        Label name = new Label(
                today
                        ? texts.get("today.week.today")
                        : day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, texts.locale()));
        name.getStyleClass().addAll("rp-small", "rp-muted");
        if (!today) {
            name.getStyleClass().add("rp-content");
        }
        name.setMinWidth(Region.USE_PREF_SIZE);
        VBox upper = new VBox(number, bar);
        upper.getStyleClass().add("rp-week-upper");
        upper.setMinHeight(HEIGHT + 24);
        VBox column = new VBox(upper, name);
        column.getStyleClass().add("rp-week-day");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setAccessibleText(texts.get("today.week.day", name.getText(), day.answers()));
        return column;
    }
}
