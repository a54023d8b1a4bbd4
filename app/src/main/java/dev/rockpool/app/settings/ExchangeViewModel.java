package dev.rockpool.app.settings;

import dev.rockpool.app.preference.SettingRepository;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.task.Progress;
import dev.rockpool.app.task.RunningTask;
import dev.rockpool.app.task.Work;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.anki.AnkiExport;
import dev.rockpool.study.anki.AnkiImport;
import dev.rockpool.study.anki.Arrival;
import dev.rockpool.study.anki.FileForm;
import dev.rockpool.study.backup.CollectionBackup;
import dev.rockpool.study.backup.CollectionRestore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Cards in and out, and the whole collection: one act at a time, in the background, to be cancelled until it begins to
/// write, and to be undone afterwards.
final class ExchangeViewModel {
    private final AppContext context;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Optional<RunningTask> task = Optional.empty();

    ExchangeViewModel(AppContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    /// Whether an act is under way.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// What is under way.
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// What came of the last import, and what could not come.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Ends what is under way, if nothing was written yet.
    void cancel() {
        task.ifPresent(RunningTask::cancel);
    }

    /// Brings cards and progress in.
    void importCards(Path file) {
        List<Path> added = added();
        start("importing", progress -> arrive(file, added, progress), arrived -> arrived(arrived, added));
    }

    /// Writes all decks with their progress; the ending names the format.
    void exportCards(Path file) {
        start("exporting", _ -> export(file), exported -> say("exported", file, exported.cards(), exported.reviews()));
    }

    /// Writes the whole collection.
    void backUp(Path file) {
        List<Path> added = added();
        start(
                "collecting",
                _ -> {
                    new CollectionBackup(context.database(), context.directory().decks(), added)
                            .write(file, context.clock().instant());
                    return file;
                },
                written -> say("collected", written));
    }

    /// Puts a whole collection in the place of the present one; undoing it restores that.
    void restore(Path file) {
        List<Path> added = added();
        start("restoring", progress -> restored(file, added, progress), restored -> {
            taken(restored);
            context.notices().show(texts.get("settings.data.restored", name(file)), () -> putBack(restored));
        });
    }

    /// Its decks lie in the folder that is always read; of those that were replaced the copy in the file does.
    private void putBack(Restored restored) {
        List<Path> added = added();
        start("restoring", progress -> restored(restored.kept(), added, progress), this::taken);
    }

    private <T> void start(String key, Work<T> work, Consumer<T> success) {
        if (running.get()) {
            return;
        }
        running.set(true);
        title.set(texts.get("settings.data." + key));
        words.set("");
        RunningTask started = context.tasks()
                .of(work)
                .titled(title.get())
                .onSuccess(success)
                .afterwards(() -> {
                    running.set(false);
                    task = Optional.empty();
                })
                .start();
        if (running.get()) {
            task = Optional.of(started);
        }
    }

    private Arrival.Arrived arrive(Path file, List<Path> added, Progress progress) {
        AnkiImport reader = new AnkiImport(
                context.library(),
                context.study(),
                context.directory().decks(),
                context.clock().instant());
        try (Arrival arrival =
                reader.prepare(file, FileForm.of(file), AnkiImport.Wanted.ALL, progress::checkCancelled)) {
            progress.checkCancelled();
            Arrival.Arrived arrived = arrival.commit();
            readDecks(added);
            return arrived;
        }
    }

    private void arrived(Arrival.Arrived arrived, List<Path> added) {
        Arrival.Summary summary = arrived.summary();
        List<String> sentences = new ArrayList<>();
        String outcome = texts.get(
                "settings.data.imported", summary.added(), summary.updated(), summary.cards(), summary.reviews());
        sentences.add(outcome);
        if (summary.kept() > 0) {
            sentences.add(texts.get("settings.data.kept", summary.kept()));
        }
        if (!summary.losses().isEmpty()) {
            List<String> left = new ArrayList<>();
            summary.losses().forEach((loss, count) -> left.add(texts.get("settings.data.left." + loss.key(), count)));
            sentences.add(texts.get("settings.data.left", String.join(", ", left)));
        }
        words.set(String.join(" ", sentences));
        context.notices().show(outcome, () -> start("undoing", _ -> takeBack(arrived, added), _ -> {}));
    }

    private Arrival.Arrived takeBack(Arrival.Arrived arrived, List<Path> added) {
        arrived.takeBack();
        readDecks(added);
        return arrived;
    }

    private void readDecks(List<Path> added) {
        context.library().use(StudySettings.folders(context.directory(), added));
        context.study().learnAbout(StudyCard.of(context.library().snapshot()));
    }

    private AnkiExport.Exported export(Path file) {
        List<Deck> decks = context.library().snapshot().decks();
        List<String> cards = decks.stream()
                .flatMap(deck -> deck.cards().stream())
                .map(Card::id)
                .toList();
        return new AnkiExport(
                        context.library(), context.study(), context.clock().instant())
                .write(file, decks, context.study().progress(cards));
    }

    /// A collection that was restored.
    ///
    /// @param kept the file of what it replaced
    /// @param settings as they are stored now
    private record Restored(Path kept, Map<String, String> settings) {}

    private Restored restored(Path file, List<Path> added, Progress progress) {
        try (CollectionRestore restore =
                CollectionRestore.prepare(file, context.directory().root())) {
            progress.checkCancelled();
            Path kept = restore.commit(
                    context.database(),
                    context.directory().decks(),
                    added,
                    context.directory().backups(),
                    context.clock().instant());
            return new Restored(kept, new SettingRepository(context.database()).all());
        }
    }

    /// The decks of added folders came into the folder that is always read.
    private void taken(Restored restored) {
        context.preferences().takeOver(restored.settings());
        context.preferences().set(StudySettings.FOLDERS, List.of());
        StudyOptions options = StudySettings.options(context.preferences());
        context.tasks()
                .of(_ -> {
                    context.study().use(options);
                    readDecks(List.of());
                    return restored;
                })
                .start();
    }

    private List<Path> added() {
        return context.preferences().get(StudySettings.FOLDERS);
    }

    private void say(String key, Path file, Object... numbers) {
        List<Object> arguments = new ArrayList<>(List.of(name(file)));
        arguments.addAll(List.of(numbers));
        context.notices().show(texts.get("settings.data." + key, arguments.toArray()));
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }
}
