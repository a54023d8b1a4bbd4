package dev.rockpool.app.encryption;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.StageEdits;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionSnapshot;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import dev.rockpool.simulators.encryption.Threat;
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

/// The stage of the lab *encryption*: the picture, and a sentence about the step or about what stands out. The log says
/// it too, so that it leaves the room to the table where both do not fit.
///
/// A click on a cell of the table walks its path. Arrow keys up and down change what goes wrong, with Shift the
/// encryption; left and right belong to the transport.
public final class EncryptionStage implements LabStage<EncryptionSnapshot> {
    private static final double TOLD_FROM = 160;
    private static final double LEGEND_FROM = 560;
    private static final String MODE = "mode";
    private static final String THREAT = "threat";

    private final EncryptionWords words;
    private final EncryptionPicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend;
    private final VBox root;
    private @Nullable EncryptionSnapshot shown;
    private String lit = "";
    private Consumer<String> pointed = _ -> {};
    private Optional<StageEdits> edits = Optional.empty();

    public EncryptionStage(Texts texts) {
        words = new EncryptionWords(texts);
        picture = new EncryptionPicture(words);
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
            choose(picture.at(event.getX(), event.getY()));
        });
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.DOWN ? 1 : -1, event.isShiftDown());
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
        root.widthProperty().subscribe(_ -> makeRoom());
        // until the style sheets are read, its lines are of another height
        told.fontProperty().subscribe(_ -> makeRoom());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(EncryptionSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.told(snapshot) + " " + words.end(snapshot) + ". " + words.claim(snapshot));
        drawing.redraw();
        say();
    }

    /// A place, or a cell as `mode/threat`.
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

    private void makeRoom() {
        double height = root.getHeight();
        double wanted = picture.wanted(drawing, root.getWidth());
        double said = told.prefHeight(root.getWidth()) + root.getSpacing();
        boolean hidesTable = wanted > 0 && wanted <= height && wanted + said > height;
        show(told, height >= TOLD_FROM && !hidesTable);
        show(legend, height >= Math.max(LEGEND_FROM, wanted + said + said));
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }

    private void say() {
        EncryptionSnapshot now = shown;
        if (now != null) {
            told.setText(told(now));
            makeRoom();
        }
    }

    private String told(EncryptionSnapshot now) {
        int slash = lit.indexOf('/');
        if (slash >= 0) {
            EncryptionMode mode = EncryptionMode.of(lit.substring(0, slash));
            Threat threat = Threat.of(lit.substring(slash + 1));
            return picture.isHidden(mode) ? words.claim(now) : words.cell(now, mode, threat);
        }
        return Arrays.stream(Place.values())
                .filter(place -> place.name().equals(lit))
                .findFirst()
                .filter(place ->
                        now.walked().isEmpty() || now.walked().getLast().place() != place)
                .map(place -> words.station(now, place))
                .orElseGet(() -> words.told(now));
    }

    private void point(String subject) {
        if (!subject.equals(lit)) {
            pointed.accept(subject);
        }
    }

    private void choose(String subject) {
        int slash = subject.indexOf('/');
        if (slash >= 0) {
            choose(EncryptionMode.of(subject.substring(0, slash)), Threat.of(subject.substring(slash + 1)));
        }
    }

    private void choose(EncryptionMode mode, Threat threat) {
        edits.ifPresent(to -> {
            to.set(Map.of(), Map.of(MODE, mode.word(), THREAT, threat.word()));
            to.seal();
        });
    }

    private void move(int by, boolean isMode) {
        EncryptionSnapshot now = shown;
        if (now == null) {
            return;
        }
        EncryptionMode mode = now.scenario().mode();
        Threat threat = now.scenario().threat();
        if (isMode) {
            choose(beside(List.of(EncryptionMode.values()), mode, by), threat);
        } else {
            choose(mode, beside(List.of(Threat.values()), threat, by));
        }
    }

    private static <T> T beside(List<T> all, T one, int by) {
        return all.get(Math.clamp((long) all.indexOf(one) + by, 0, all.size() - 1));
    }
}
