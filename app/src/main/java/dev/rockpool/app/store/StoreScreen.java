package dev.rockpool.app.store;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.objectstore.StoredObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Store, as a screen of the shell.
///
/// An item `bucket/NAME` shows a bucket; `object/NAME/KEY` an object of it.
public final class StoreScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "store";

    /// Where branches are made; their screen stands on this package, not the other way round.
    private static final Place BRANCH = Place.of("branches", "now", "");

    /// Where rules are played over a fleet; that screen too stands on this package.
    private static final String COSTS = "costs";

    private final AppContext context;
    private final Texts texts;
    private final StoreViewModel model;
    private final StoreView view;
    private final FileDialogs dialogs;
    private final DragOut dragged;
    private final Ways ways = new Ways();
    private final Timeline ticking;
    private final ObservableValue<String> where;

    public StoreScreen(AppContext context) {
        this.context = context;
        texts = context.texts();
        model = new StoreViewModel(
                context.platform(), new OwnPrices(context.directory().prices())::book, context.tasks(), texts);
        Path outside = context.directory().dragged();
        dragged = new DragOut(outside, model::fetch);
        context.tasks()
                .of(_ -> {
                    DragOut.clear(outside);
                    return outside;
                })
                .start();
        view = new StoreView(model, texts, new StoreWords(texts, context.zone()), ways, this::deleteBucket);
        dialogs = new WindowDialogs(view.root());
        ticking = new Timeline(
                new KeyFrame(Duration.seconds(1), _ -> model.watch().tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        where = model.bucket()
                .map(shown -> shown.map(entry -> texts.get("store.where", entry.name()))
                        .orElse(""));
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.HARD_DRIVE, StoreScreen::new);
    }

    /// The place of a bucket.
    public static Place placeOf(String bucket) {
        return Place.of(ID, "bucket", bucket);
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.show("", "");
        model.watch().tick();
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
        List<String> parts = List.of(item.split("/", 3));
        if (parts.size() < 2) {
            return;
        }
        boolean isObject = parts.size() == 3 && parts.getFirst().equals("object");
        model.show(parts.get(1), isObject ? parts.get(2) : "");
        view.show(StoreView.Pane.OBJECTS);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("store.samples", "store.samples", model::makeSamples));
        commands.add(Command.of("store.bucket.create", "store.bucket.create", () -> view.nameBucket(""), "Shortcut+N"));
        commands.add(of("store.upload", ways::uploadFiles, "U"));
        commands.add(of("store.upload.folder", ways::uploadFolder, "Shift+U"));
        commands.add(of("store.search", view::search, "Shortcut+F"));
        commands.add(of("store.command.flat", () -> flip(model.flat()), "T"));
        commands.add(of("store.command.deleted", () -> flip(model.deleted()), "H"));
        commands.add(of("store.up", model::up, "Alt+Up").when(model::canGoUp));
        commands.add(of("store.refresh", model::list, "F5"));
        commands.add(ofChosen("store.download", ways::downloadChosen, "D"));
        commands.add(ofChosen("store.delete", ways::delete, "Delete"));
        commands.add(ofObject("store.command.versions", () -> view.look(DetailView.Section.VERSIONS), "V"));
        commands.add(ofObject("store.command.readers", () -> view.look(DetailView.Section.READERS), "W"));
        commands.add(ofObject("store.command.class", () -> view.look(DetailView.Section.CLASS), "C"));
        commands.add(ofObject("store.command.properties", () -> view.look(DetailView.Section.PROPERTIES), "P"));
        commands.add(ofObject("store.command.future", () -> view.look(DetailView.Section.FUTURE), "F"));
        commands.add(
                of("store.rules.save", view::saveRules, "Shortcut+S").when(() -> view.pane() == StoreView.Pane.RULES));
        commands.add(of("store.branch", ways::branch, "B"));
        commands.add(of("store.bucket.delete", this::deleteBucket));
        commands.add(Command.of("store.endpoint", "store.command.endpoint", view::toggleEndpoint, "E")
                .when(() -> model.desk().get().isPresent()));
        for (StoreView.Pane pane : StoreView.Pane.values()) {
            commands.add(of(pane.key(), () -> view.show(pane), pane.digit())
                    .when(() -> model.loaded().get() && (view.compact() || pane != StoreView.Pane.BUCKETS)));
        }
        return commands;
    }

    private Command of(String key, Runnable action, String... keys) {
        return Command.of(key, key, action, keys)
                .when(() -> model.bucket().get().isPresent());
    }

    private Command ofObject(String key, Runnable action, String keys) {
        return Command.of(key, key, action, keys)
                .when(() -> view.pane() == StoreView.Pane.OBJECTS
                        && model.detail().get().isPresent());
    }

    private Command ofChosen(String key, Runnable action, String keys) {
        return Command.of(key, key, action, keys)
                .when(() -> view.pane() == StoreView.Pane.OBJECTS
                        && (model.chosen().several() || model.detail().get().isPresent()));
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    private void deleteBucket() {
        model.deleteBucket(gone -> context.notices().show(texts.get("store.bucket.deleted", gone)));
    }

    private final class Ways implements StoreWays {
        @Override
        public void look() {
            view.look();
        }

        @Override
        public void uploadFiles() {
            upload(dialogs.openSeveral(texts.get("store.upload")));
        }

        @Override
        public void uploadFolder() {
            upload(dialogs.folder(texts.get("store.upload.folder")).stream().toList());
        }

        @Override
        public void upload(List<Path> files) {
            if (!files.isEmpty()) {
                model.upload(files, count -> saved(texts.get("store.uploaded", count)));
            }
        }

        void downloadChosen() {
            if (model.chosen().several()) {
                downloadSeveral();
            } else {
                download(Optional.empty());
            }
        }

        @Override
        public void download(Optional<StoredObject> version) {
            String key = model.detail().get().map(shown -> shown.object().key()).orElse("");
            String name = key.substring(key.lastIndexOf('/') + 1);
            dialogs.save(texts.get("store.download"), name)
                    .ifPresent(file -> model.download(
                            version.map(StoredObject::versionId),
                            file,
                            () -> saved(texts.get("file.written", String.valueOf(file.getFileName())))));
        }

        @Override
        public void delete() {
            if (model.chosen().several()) {
                model.chosen()
                        .delete(
                                count -> saved(texts.get("store.several.deleted", count)),
                                back -> context.notices().show(texts.get("store.several.markers"), back));
                return;
            }
            model.delete(undo -> {
                String sentence = texts.get("store.deleted.told");
                undo.ifPresentOrElse(
                        back -> context.notices().show(sentence, back),
                        () -> context.notices().show(sentence));
            });
        }

        @Override
        public void downloadSeveral() {
            dialogs.folder(texts.get("store.several.download"))
                    .ifPresent(folder ->
                            model.chosen().download(folder, count -> saved(texts.get("store.several.written", count))));
        }

        @Override
        public List<Path> dragOut(List<ObjectRow> lines) {
            if (!DragOut.canBe(lines)) {
                saved(texts.get("store.drag.not", DragOut.MOST));
                return List.of();
            }
            Optional<List<Path>> files = dragged.files(lines);
            if (files.isEmpty()) {
                saved(texts.get("store.drag.again"));
            }
            return files.orElse(List.of());
        }

        @Override
        public void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            saved(texts.get("store.copied"));
        }

        @Override
        public void branch() {
            context.navigator().open(BRANCH);
        }

        @Override
        public void price(String rules) {
            context.navigator().open(Place.of(COSTS, "rules", rules));
        }

        @Override
        public void saved(String sentence) {
            context.notices().show(sentence);
        }
    }
}
