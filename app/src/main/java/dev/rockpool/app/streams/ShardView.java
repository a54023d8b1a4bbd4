package dev.rockpool.app.streams;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamMode;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The chosen shard, and what can be done to the shards of a stream.
final class ShardView {
    private final StreamsViewModel model;
    private final StreamWords words;
    private final Label title = Words.heading("");
    private final Label about = Words.small("");
    private final Label rates = Words.small("");
    private final Label cause = Words.small("");
    private final Button split;
    private final Button merge;
    private final Button scale;
    private final TextField count = new TextField();
    private final VBox root = new VBox();

    ShardView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        split = button("streams.split", "S", model::split);
        merge = button("streams.merge", "M", model::merge);
        scale = new Button(words.get("streams.scale"));
        scale.setMinWidth(Region.USE_PREF_SIZE);
        scale.setOnAction(_ -> scale());
        count.setPrefColumnCount(4);
        count.setAccessibleText(words.get("streams.scale.count"));
        count.setOnAction(_ -> scale());
        count.setId("streams-scale");
        Label name = Words.small(words.get("streams.scale.count"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(name, count, scale);
        row.getStyleClass().add("rp-store-cell");
        cause.getStyleClass().addAll("rp-store-fault", "rp-content");
        about.getStyleClass().add("rp-content");
        rates.getStyleClass().add("rp-content");
        title.getStyleClass().add("rp-content");
        FlowPane acts = new FlowPane(split, merge);
        acts.getStyleClass().add("rp-store-options");
        root.getStyleClass().add("rp-store-rows");
        root.getChildren().setAll(title, about, rates, cause, acts, row);
        model.picture().subscribe(_ -> show());
        model.shard().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    private Button button(String key, String hint, Runnable act) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words.get(key), KeyCombination.valueOf(hint)));
        button.setAccessibleText(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void scale() {
        Numbers.whole(count.getText()).ifPresentOrElse(model::scale, count::requestFocus);
    }

    private void show() {
        Optional<StreamPicture> picture = model.picture().get();
        Optional<ShardId> chosen = model.shard().get();
        boolean provisioned = picture.filter(each -> each.stream().mode() == StreamMode.PROVISIONED)
                .isPresent();
        Optional<Tile> tile = picture.flatMap(each -> chosen.flatMap(each::find));
        boolean open = tile.filter(Tile::isOpen).isPresent();
        split.setDisable(!provisioned || !open);
        merge.setDisable(!provisioned || !open || chosen.flatMap(model::next).isEmpty());
        scale.setDisable(!provisioned);
        count.setDisable(!provisioned);
        if (!count.isFocused()) {
            picture.ifPresent(each -> count.setText(String.valueOf(each.open().size())));
        }
        title.setText(
                tile.map(each -> words.get("streams.shard", each.shard().id().index()))
                        .orElse(words.get("streams.shard.none")));
        about.setText(tile.map(each -> about(each.shard(), each.fate()))
                .orElse(words.get(provisioned ? "streams.shard.choose" : "streams.shard.on-demand")));
        set(rates, tile.filter(Tile::isOpen).map(this::rates).orElse(""));
        set(
                cause,
                tile.filter(each -> each.rates().refused() > 0)
                        .map(each -> words.cause(each, model.generator().get()))
                        .orElse(""));
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private String rates(Tile tile) {
        Rates now = tile.rates();
        return words.get(
                "streams.shard.rates",
                now.records(),
                words.size(now.bytes()),
                words.size(now.bytesOut()),
                now.reads(),
                words.span(tile.millisBehind()));
    }

    private String about(Shard shard, Tile.Fate fate) {
        String range =
                words.get("streams.shard.share", words.share(shard.range().share()));
        String since = shard.closedAt()
                .map(closed -> words.get(
                        fate == Tile.Fate.EXPIRED ? "streams.shard.expired" : "streams.shard.closed",
                        words.clock(shard.openedAt()),
                        words.clock(closed)))
                .orElseGet(() -> words.get("streams.shard.open", words.clock(shard.openedAt())));
        String parents = shard.parent()
                .map(parent -> " "
                        + shard.adjacentParent()
                                .map(other -> words.get("streams.shard.merged", parent.index(), other.index()))
                                .orElseGet(() -> words.get("streams.shard.split", parent.index())))
                .orElse("");
        return range + " " + since + parents;
    }
}
