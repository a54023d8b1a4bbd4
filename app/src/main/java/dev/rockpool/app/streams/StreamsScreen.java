package dev.rockpool.app.streams;

import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.streamengine.StreamName;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Streams, as a screen of the shell.
///
/// An item `stream/NAME` shows a stream.
public final class StreamsScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "streams";

    private static final Duration LOOK = Duration.millis(100);

    private final AppContext context;
    private final Texts texts;
    private final StreamsViewModel model;
    private final StreamsView view;
    private final Timeline ticking;
    private final ObservableValue<String> where;

    public StreamsScreen(AppContext context) {
        this.context = context;
        texts = context.texts();
        model = new StreamsViewModel(
                context.platform(),
                new OwnPrices(context.directory().prices())::book,
                context.tasks(),
                context.preferences(),
                true);
        view = new StreamsView(model, new StreamWords(texts, context.zone()), new Ways());
        ticking = new Timeline(new KeyFrame(LOOK, _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        where = model.stream()
                .map(shown -> shown.map(name -> texts.get("streams.where", name.value()))
                        .orElse(""));
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.RADIO, StreamsScreen::new);
    }

    /// The place of a stream.
    public static Place placeOf(StreamName stream) {
        return Place.of(ID, "stream", stream.value());
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.show("");
        model.tick();
        ticking.play();
        view.focus();
    }

    @Override
    public void hidden() {
        ticking.stop();
    }

    @Override
    public ObservableValue<String> where() {
        return where;
    }

    @Override
    public void open(String item) {
        List<String> parts = List.of(item.split("/", 2));
        if (parts.size() == 2) {
            model.show(parts.get(1));
            view.show(StreamsView.Pane.MAP);
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("streams.sample", "streams.sample", model::makeSample));
        commands.add(Command.of("streams.create", "streams.create", view::nameStream, "Shortcut+N"));
        commands.add(of("streams.command.hand", view::hand, "P"));
        commands.add(of("streams.put", view::put, "Shortcut+Enter").when(view::onMap));
        commands.add(of("streams.command.generator", model::toggleGenerator, "G"));
        commands.add(ofShard("streams.split", model::split, "S"));
        commands.add(ofShard("streams.merge", model::merge, "M"));
        commands.add(of("streams.lab", this::openInLab, "L"));
        commands.add(of("streams.delete", this::delete));
        for (StreamsView.Pane pane : StreamsView.Pane.values()) {
            commands.add(of(pane.key(), () -> view.show(pane), pane.digit())
                    .when(() -> model.stream().get().isPresent() && (view.compact() || !pane.isOnlyCompact())));
        }
        return commands;
    }

    private Command of(String key, Runnable action, String... keys) {
        return Command.of(key, key, action, keys)
                .when(() -> model.stream().get().isPresent());
    }

    private Command ofShard(String key, Runnable action, String keys) {
        return Command.of(key, key, action, keys)
                .when(() -> view.onMap() && model.shard().get().isPresent());
    }

    private void delete() {
        model.delete(gone -> context.notices().show(texts.get("streams.deleted", gone)));
    }

    private void openInLab() {
        model.labScenario()
                .ifPresent(scenario -> context.navigator().open(Place.of(LabsScreen.ID, "shards", scenario)));
    }

    private final class Ways implements StreamWays {
        @Override
        public void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            saved(texts.get("streams.copied"));
        }

        @Override
        public void saved(String sentence) {
            context.notices().show(sentence);
        }

        @Override
        public void delete() {
            StreamsScreen.this.delete();
        }

        @Override
        public void openInLab() {
            StreamsScreen.this.openInLab();
        }
    }
}
