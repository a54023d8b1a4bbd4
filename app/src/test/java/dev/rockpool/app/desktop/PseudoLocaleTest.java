package dev.rockpool.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.Toolkit;
import dev.rockpool.app.text.PseudoLocale;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.tour.SceneCheck;
import dev.rockpool.app.tour.Tour;
import dev.rockpool.app.tour.TourLook;
import dev.rockpool.app.tour.TourSize;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/// The interface in a made-up language whose texts are bracketed, accented and a third longer: what is not bracketed
/// was written into the code, what is clipped would be clipped in German.
///
/// Content (card bodies, file names, numbers) is marked with the style class `rp-content`, keys with `rp-key`; what a
/// screen reader says may repeat content that can be seen.
class PseudoLocaleTest {
    private static final Set<String> NOT_TEXTS = Set.of("rp-content", "rp-key");

    private static final Set<String> CUTS = Set.of("clipped", "outside");

    private static List<Tour.Shot> shots() {
        List<Tour.Shot> shots = new ArrayList<>();
        for (TourStop stop : TourStops.all()) {
            TourState usual = stop.states().contains(TourState.TYPICAL)
                    ? TourState.TYPICAL
                    : stop.states().iterator().next();
            shots.add(new Tour.Shot(stop, usual, TourLook.LIGHT, TourSize.SMALLEST));
        }
        return shots;
    }

    @Test
    void everyTextComesFromABundleAndNoneIsClipped() throws TimeoutException, InterruptedException {
        List<String> written = new ArrayList<>();
        List<String> clipped = new ArrayList<>();
        Toolkit.call(() -> {
            try (Tour tour = DesktopTour.tour(Texts.pseudo())) {
                for (Tour.Shot shot : shots()) {
                    String stop = shot.stop().name();
                    Scene scene = tour.scene(shot);
                    Set<String> contents = new HashSet<>();
                    collectContents(scene.getRoot(), contents);
                    collect(scene.getRoot(), stop, contents, written);
                    SceneCheck.check(scene, scene.snapshot(null), false).stream()
                            .filter(found -> CUTS.contains(found.check()))
                            .forEach(found -> clipped.add(stop + ": " + found.sentence()));
                }
            }
            return written;
        });
        assertThat(written.stream().distinct()).as("written into the code").isEmpty();
        assertThat(clipped).as("clipped when a third longer").isEmpty();
    }

    private static void collectContents(Node node, Set<String> contents) {
        if (node instanceof Labeled labeled
                && node.getStyleClass().contains("rp-content")
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            contents.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectContents(child, contents));
        }
    }

    private static void collect(Node node, String where, Set<String> contents, List<String> found) {
        if (node.getStyleClass().stream().anyMatch(NOT_TEXTS::contains) || node instanceof FontIcon) {
            return;
        }
        switch (node) {
            case Labeled labeled -> check(labeled.getText(), where, found);
            case TextInputControl input -> {
                check(input.getPromptText(), where, found);
                return; // what is typed is the user's
            }
            default -> {}
        }
        String said = node.getAccessibleText();
        if (said != null && contents.stream().noneMatch(said::contains)) {
            check(said, where, found);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, contents, found));
        }
    }

    private static void check(String text, String where, List<String> found) {
        if (text != null && !PseudoLocale.isDisguised(text)) {
            found.add(where + ": " + text);
        }
    }
}
