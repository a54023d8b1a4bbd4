package dev.rockpool.app.shards;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.shards.ShardsSnapshot;
import dev.rockpool.streamengine.ShardId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stage of the lab *shards*: the picture, a sentence about the shard that stands out, and the consumers.
///
/// Arrow keys go from shard to shard.
public final class ShardsStage implements LabStage<ShardsSnapshot> {
    private static final int MOST_CONSUMERS = 4;

    /// Below these heights the picture needs the room more than the words under it.
    private static final double LEGEND_FROM = 300;

    private static final double CONSUMERS_FROM = 210;
    private static final double TOLD_FROM = 160;

    /// Below this width only the first sentence is said.
    private static final double FULL_SENTENCE_FROM = 320;

    private final Texts texts;
    private final ShardWords words;
    private final ShardsPicture picture;
    private final Drawing drawing;
    private final Label told = new Label();
    private final Label legend = new Label();
    private final FlowPane consumers = new FlowPane();
    private final VBox root;
    private @Nullable ShardsSnapshot shown;
    private Optional<ShardId> lit = Optional.empty();
    private Consumer<String> pointed = _ -> {};

    public ShardsStage(Texts texts) {
        this.texts = texts;
        words = new ShardWords(texts);
        picture = new ShardsPicture(texts);
        drawing = new Drawing(picture);
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(picture.at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> point(Optional.empty()));
        drawing.setOnMousePressed(_ -> drawing.requestFocus());
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
        told.getStyleClass().addAll("rp-content", "rp-small");
        told.setWrapText(true);
        legend.getStyleClass().addAll("rp-small", "rp-muted");
        legend.setWrapText(true);
        consumers.getStyleClass().add("rp-consumers");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        root = new VBox(drawing, told, consumers, legend);
        root.getStyleClass().add("rp-stage");
        root.setMinHeight(0);
        root.widthProperty().subscribe(_ -> {
            say();
            makeRoom();
        });
        root.heightProperty().subscribe(_ -> makeRoom());
    }

    /// Words leave the room to the picture where there is little.
    private void makeRoom() {
        double height = root.getHeight();
        show(legend, height >= LEGEND_FROM && root.getWidth() >= FULL_SENTENCE_FROM);
        show(consumers, height >= CONSUMERS_FROM);
        show(told, height >= TOLD_FROM);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(ShardsSnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        drawing.setAccessibleText(words.summary(snapshot));
        drawing.redraw();
        say();
        legend.setText(words.legend(snapshot));
        consumers(snapshot.consumers());
    }

    /// New labels cost more than the whole picture, so those that are there are kept.
    private void consumers(List<ShardsSnapshot.ConsumerState> states) {
        int first = Math.min(states.size(), MOST_CONSUMERS);
        boolean more = states.size() > first;
        int labels = more ? first + 1 : first;
        while (consumers.getChildren().size() < labels) {
            Label chip = small("");
            chip.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
            consumers.getChildren().add(chip);
        }
        if (consumers.getChildren().size() > labels) {
            consumers.getChildren().remove(labels, consumers.getChildren().size());
        }
        for (int at = 0; at < first; at++) {
            ShardsSnapshot.ConsumerState state = states.get(at);
            tell(at, words.consumer(state), icon(state));
        }
        if (more) {
            tell(first, texts.get("shards.consumer.more", states.size() - first), Feather.MORE_HORIZONTAL);
        }
    }

    private void tell(int at, String sentence, Feather icon) {
        if (consumers.getChildren().get(at) instanceof Label chip && chip.getGraphic() instanceof FontIcon mark) {
            chip.setText(sentence);
            if (!icon.equals(mark.getIconCode())) {
                mark.setIconCode(icon);
            }
        }
    }

    @Override
    public void light(String subject) {
        lit = ShardId.find(subject);
        picture.light(lit);
        drawing.redraw();
        say();
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        pointed = listener;
    }

    private void point(Optional<ShardId> shard) {
        if (!shard.equals(lit)) {
            pointed.accept(shard.map(ShardId::toString).orElse(""));
        }
    }

    private void move(int by) {
        ShardsSnapshot now = shown;
        if (now == null) {
            return;
        }
        List<ShardId> ids =
                now.shards().stream().map(ShardsSnapshot.OpenShard::id).toList();
        int at = lit.map(ids::indexOf).orElse(-1);
        int next = at < 0 ? 0 : Math.clamp((long) at + by, 0, ids.size() - 1);
        point(Optional.of(ids.get(next)));
    }

    private void say() {
        ShardsSnapshot now = shown;
        if (now == null) {
            return;
        }
        if (lit.isEmpty() && root.getWidth() < FULL_SENTENCE_FROM) {
            told.setText(words.brief(now));
            return;
        }
        told.setText(now.shards().stream()
                .filter(shard -> lit.filter(shard.id()::equals).isPresent())
                .findFirst()
                .map(shard -> words.shard(shard, now))
                .orElseGet(() -> words.summary(now)));
    }

    private static Feather icon(ShardsSnapshot.ConsumerState consumer) {
        if (consumer.standing()) {
            return Feather.PAUSE_CIRCLE;
        }
        return consumer.iteratorAgeMillis() > ShardWords.BEHIND_MILLIS ? Feather.CLOCK : Feather.CHECK_CIRCLE;
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }

    private static Label small(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().addAll("rp-small", "rp-content");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
