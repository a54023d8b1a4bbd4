package dev.rockpool.app.access;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.StageEdits;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.PassageStep.Place;
import dev.rockpool.simulators.access.Route;
import dev.rockpool.simulators.access.WayState;
import dev.rockpool.simulators.access.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *access*: the picture, and a sentence about the step or about what stands out.
///
/// A click on a way takes it. Arrow keys up and down do so, too; left and right belong to the transport.
public final class AccessStage implements LabStage<AccessSnapshot> {
    private static final double TOLD_FROM = 200;
    private static final String ROUTE = "route";

    private final AccessWords words;
    private final AccessPicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend;
    private final VBox root;
    private @Nullable AccessSnapshot shown;
    private String lit = "";
    private Consumer<String> pointed = _ -> {};
    private Optional<StageEdits> edits = Optional.empty();

    public AccessStage(Texts texts) {
        words = new AccessWords(texts);
        picture = new AccessPicture(words);
        drawing = new Drawing(picture);
        legend = new Label(words.legend());
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setAccessibleHelp(words.help());
        drawing.setOnMouseMoved(event -> point(picture.at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(""));
        drawing.setOnMousePressed(event -> {
            drawing.requestFocus();
            way(picture.at(event.getX(), event.getY())).ifPresent(way -> choose(way.route()));
        });
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
        told.getStyleClass().addAll("rp-content", "rp-small");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        legend.getStyleClass().addAll("rp-small", "rp-muted");
        legend.setWrapText(true);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        root = new VBox(drawing, told, legend);
        root.getStyleClass().add("rp-stage");
        root.setMinHeight(0);
        root.heightProperty().subscribe(_ -> makeRoom());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(AccessSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.whole(snapshot));
        drawing.redraw();
        say();
    }

    /// A place, or a way.
    @Override
    public void light(String subject) {
        lit = subject;
        picture.light(subject);
        drawing.redraw();
        say();
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        pointed = listener;
    }

    @Override
    public void onEdit(StageEdits listener) {
        edits = Optional.of(listener);
    }

    /// The log tells the step as well, so that the sentence leaves its room to the picture where both do
    /// not fit.
    private void makeRoom() {
        double height = root.getHeight();
        double wanted = picture.wanted(drawing, root.getWidth());
        double said = told.prefHeight(root.getWidth()) + root.getSpacing();
        boolean hidesMonth = wanted <= height && wanted + said > height;
        show(told, height >= TOLD_FROM && !hidesMonth);
        show(legend, height >= wanted + said + legend.prefHeight(root.getWidth()) + 2 * root.getSpacing());
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }

    private void say() {
        AccessSnapshot now = shown;
        if (now != null) {
            told.setText(told(now));
            makeRoom();
        }
    }

    private String told(AccessSnapshot now) {
        return way(lit).map(way -> words.told(now, way))
                .or(() -> Arrays.stream(Place.values())
                        .filter(place -> place.name().equals(lit))
                        .findFirst()
                        .map(place -> words.told(now, place)))
                .orElseGet(() -> words.told(now));
    }

    private Optional<WayState> way(String subject) {
        AccessSnapshot now = shown;
        return now == null
                ? Optional.empty()
                : now.ways().stream()
                        .filter(way ->
                                subject.equals(AccessPicture.WAY + way.route().name()))
                        .findFirst();
    }

    private void point(String subject) {
        if (!subject.equals(lit)) {
            pointed.accept(subject);
        }
    }

    private void choose(Route route) {
        edits.ifPresent(to -> {
            to.set(Map.of(), Map.of(ROUTE, Word.of(route)));
            to.seal();
        });
    }

    private void move(int by) {
        AccessSnapshot now = shown;
        if (now != null) {
            List<Route> all = List.of(Route.values());
            choose(all.get(
                    Math.clamp((long) all.indexOf(now.scenario().network().route()) + by, 0, all.size() - 1)));
        }
    }
}
