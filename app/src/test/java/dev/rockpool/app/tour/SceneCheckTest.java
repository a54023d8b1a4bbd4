package dev.rockpool.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.Toolkit;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The checks find what they are for.
class SceneCheckTest {
    private static List<String> checks(Region content, boolean projector)
            throws TimeoutException, InterruptedException {
        return Toolkit.call(() -> {
            Scene scene = new Scene(content, 300, 200, Color.WHITE);
            content.applyCss();
            content.layout();
            WritableImage image = scene.snapshot(new WritableImage(300, 200));
            return SceneCheck.check(scene, image, projector).stream()
                    .map(SceneCheck.Finding::check)
                    .distinct()
                    .toList();
        });
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setTextFill(Color.BLACK);
        return label;
    }

    @Test
    void readableTextIsNoFault() throws TimeoutException, InterruptedException {
        assertThat(checks(new VBox(label("Tide"), label("Pool")), false)).isEmpty();
    }

    @Test
    void shortenedTextIsFoundUnlessItMayBe() throws TimeoutException, InterruptedException {
        Label shortened = label("A text that is far too long for its place");
        shortened.setMaxWidth(60);
        assertThat(checks(new VBox(shortened), false)).containsExactly("clipped");
        Label allowed = label("A text that is far too long for its place");
        allowed.setMaxWidth(60);
        allowed.getStyleClass().add(SceneCheck.SHORTENED);
        assertThat(checks(new VBox(allowed), false)).isEmpty();
    }

    @Test
    void textBeyondTheWindowIsFound() throws TimeoutException, InterruptedException {
        Label away = label("Half of this is outside");
        away.relocate(250, 10);
        assertThat(checks(new Pane(away), false)).containsExactly("outside");
    }

    @Test
    void faintTextIsFound() throws TimeoutException, InterruptedException {
        Label faint = label("Fog");
        faint.setTextFill(Color.web("#bbbbbb"));
        assertThat(checks(new VBox(faint), false)).containsExactly("contrast");
    }

    @Test
    void textTooSmallForARoomIsFoundInProjectorModeOnly() throws TimeoutException, InterruptedException {
        Label small = label("Small");
        small.setStyle("-fx-font-size: 14px;");
        assertThat(checks(new VBox(small), true)).containsExactly("projector");
        assertThat(checks(new VBox(label("Small")), false)).isEmpty();
    }

    @Test
    void aFourthTextSizeIsFound() throws TimeoutException, InterruptedException {
        VBox box = new VBox();
        for (int size = 12; size < 16; size++) {
            Label label = label("Size " + size);
            label.setStyle("-fx-font-size: " + size + "px;");
            box.getChildren().add(label);
        }
        assertThat(checks(box, false)).containsExactly("sizes");
    }

    @Test
    void unknownColoursInAStylesheetAreHeard() throws TimeoutException, InterruptedException {
        List<String> warnings = Toolkit.call(() -> {
            try (StylesheetWarnings heard = new StylesheetWarnings()) {
                Label label = new Label("Tide");
                label.setStyle("-fx-text-fill: -no-such-colour;");
                new Scene(new VBox(label));
                label.applyCss();
                return heard.take();
            }
        });
        assertThat(warnings)
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning).contains("-no-such-colour"));
    }
}
