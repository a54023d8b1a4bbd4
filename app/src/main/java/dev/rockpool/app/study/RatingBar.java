package dev.rockpool.app.study;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.memory.Rating;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The four ratings, each with its key and when the card would come back.
final class RatingBar {
    private final HBox root = new HBox();

    RatingBar(Moment.Back back, Texts texts, Consumer<Rating> rate) {
        root.getStyleClass().addAll("rp-study-act", "rp-ratings");
        for (Rating rating : Rating.values()) {
            Button button = button(back, rating, texts);
            button.setOnAction(_ -> rate.accept(rating));
            HBox.setHgrow(button, Priority.ALWAYS);
            root.getChildren().add(button);
        }
    }

    Region root() {
        return root;
    }

    private static Button button(Moment.Back back, Rating rating, Texts texts) {
        String name = texts.get(RatingTexts.key(rating));
        Label word = new Label(name);
        word.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(word, KeyLabel.of(String.valueOf(rating.number())));
        first.getStyleClass().add("rp-key-pair");
        Label interval = new Label(back.face().turn().preview(rating).label());
        interval.getStyleClass().addAll("rp-interval", "rp-small", "rp-content");
        interval.setMinWidth(Region.USE_PREF_SIZE);
        HBox second = new HBox(interval);
        second.getStyleClass().add("rp-key-pair");
        boolean suggested = back.suggested() == rating;
        if (suggested) {
            second.getChildren().add(KeyLabel.of(StudyKeys.SPACE));
        }
        VBox both = new VBox(first, second);
        both.getStyleClass().add("rp-rating-words");
        Button button = new Button();
        button.setGraphic(both);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rp-rating");
        if (suggested) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setAccessibleText(
                texts.get("study.rate", name, back.face().turn().preview(rating).label()));
        return button;
    }
}
