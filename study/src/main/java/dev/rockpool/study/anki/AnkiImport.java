package dev.rockpool.study.anki;

import dev.rockpool.content.Library;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.study.Study;
import dev.rockpool.study.items.Filed;
import dev.rockpool.study.items.GiftReader;
import dev.rockpool.study.items.Incoming;
import dev.rockpool.study.items.ItemCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads packages and text files and makes an [Arrival] of each.
public final class AnkiImport {
    private final Library library;
    private final Study study;
    private final Path decks;
    private final Instant now;
    private final PackageLimits limits;

    /// @param decks the folder of the user's decks, which the library reads
    public AnkiImport(Library library, Study study, Path decks, Instant now) {
        this(library, study, decks, now, PackageLimits.STANDARD);
    }

    AnkiImport(Library library, Study study, Path decks, Instant now, PackageLimits limits) {
        this.library = library;
        this.study = study;
        this.decks = decks;
        this.now = now;
        this.limits = limits;
    }

    /// What is wanted of an import.
    ///
    /// @param deck the deck that all notes go to; empty for those of the package
    /// @param progress whether reviews, schedules, suspensions and flags are wanted too
    public record Wanted(Optional<String> deck, boolean progress) {
        /// Everything as it is.
        public static final Wanted ALL = new Wanted(Optional.empty(), true);
    }

    /// Reads a package, Anki's text format, GIFT or CSV, as the ending says. To be closed.
    ///
    /// @throws dev.rockpool.kernel.InputException if it cannot be used; nothing is changed
    public Arrival prepare(Path file, Wanted wanted) {
        return prepare(file, FileForm.of(file), wanted, () -> {});
    }

    /// Reads a file of that form, in steps between which the work can be ended.
    ///
    /// @param checkCancelled may throw to end it
    public Arrival prepare(Path file, FileForm form, Wanted wanted, Runnable checkCancelled) {
        return switch (form) {
            case PACKAGE -> preparePackage(file, wanted, checkCancelled);
            case GIFT, QUIZ_CSV -> prepareQuestions(file, form, wanted, checkCancelled);
            case CSV ->
                ItemCsv.isOne(file)
                        ? prepareQuestions(file, FileForm.QUIZ_CSV, wanted, checkCancelled)
                        : prepareText(file, form, wanted, checkCancelled);
            case TEXT -> prepareText(file, form, wanted, checkCancelled);
        };
    }

    /// Questions bring no progress and no pictures.
    private Arrival prepareQuestions(Path file, FileForm form, Wanted wanted, Runnable checkCancelled) {
        Losses losses = new Losses();
        Incoming incoming =
                form == FileForm.GIFT ? GiftReader.read(file, new CardWords()) : ItemCsv.read(file, new CardWords());
        checkCancelled.run();
        losses.add(Loss.UNMARKED, incoming.unmarked());
        losses.add(Loss.PART_OF_THE_POINTS, incoming.partial());
        GeneratedDecks generated = GeneratedDecks.read(decks, GeneratedDecks.QUIZ);
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        IncomingExercises exercises =
                new IncomingExercises(library.snapshot(), generated, losses, stem(name), wanted.deck());
        for (Filed exercise : incoming.exercises()) {
            checkCancelled.run();
            exercises.take(exercise);
        }
        return new Arrival(
                study,
                waitingRoom(),
                generated.media(),
                generated.changes(),
                Map.of(),
                List.of(),
                new Arrival.Summary(
                        exercises.added(),
                        exercises.updated(),
                        exercises.kept(),
                        exercises.cards(),
                        0,
                        0,
                        0,
                        losses.counts()));
    }

    private Arrival prepareText(Path file, FileForm form, Wanted wanted, Runnable checkCancelled) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        Losses losses = new Losses();
        AnkiCollection collection = new TextImport(name, limits, losses).read(file, form);
        checkCancelled.run();
        Path waiting = waitingRoom();
        try {
            return arrival(collection, Optional.empty(), stem(name), wanted, waiting, losses);
        } catch (RuntimeException e) {
            Arrival.delete(waiting);
            throw e;
        }
    }

    private Arrival preparePackage(Path file, Wanted wanted, Runnable checkCancelled) {
        Path waiting = waitingRoom();
        try (AnkiPackage source = AnkiPackage.open(file, limits)) {
            Path unpacked = waiting.resolve("collection");
            source.unpackCollection(unpacked);
            checkCancelled.run();
            AnkiCollection collection;
            try (SqliteFile sqlite = SqliteFile.read(unpacked, source.name())) {
                collection = new CollectionReader(
                                sqlite, source.name(), limits, study.calendar().zone())
                        .read();
            }
            checkCancelled.run();
            return arrival(collection, Optional.of(source), stem(source.name()), wanted, waiting, new Losses());
        } catch (RuntimeException e) {
            Arrival.delete(waiting);
            throw e;
        }
    }

    /// What becomes of a collection, wherever it was read.
    ///
    /// @param name of the deck of notes that are in none
    Arrival arrival(
            AnkiCollection collection,
            Optional<AnkiPackage> source,
            String name,
            Wanted wanted,
            Path waiting,
            Losses losses) {
        GeneratedDecks generated = GeneratedDecks.read(decks, GeneratedDecks.ANKI);
        IncomingPictures pictures = new IncomingPictures(source, waiting, losses);
        IncomingNotes notes = new IncomingNotes(library.snapshot(), generated, pictures, losses, name, wanted.deck());
        notes.take(
                collection,
                wanted.progress()
                        ? Optional.of(new IncomingProgress(study.calendar(), collection.created(), now, losses))
                        : Optional.empty());
        int reviews =
                notes.progress().stream().mapToInt(card -> card.past().size()).sum();
        Map<Path, Optional<String>> changes = generated.changes();
        return new Arrival(
                study,
                waiting,
                generated.media(),
                changes,
                pictures.taken(),
                notes.progress(),
                new Arrival.Summary(
                        notes.added(),
                        notes.updated(),
                        notes.kept(),
                        notes.cards(),
                        reviews,
                        0,
                        pictures.taken().size(),
                        losses.counts()));
    }

    static Path waitingRoom() {
        try {
            return Files.createTempDirectory("rockpool-import-");
        } catch (IOException e) {
            throw new EnvironmentException(
                    "anki-unpack", "There is no room for temporary files: free some space, then try again.", e);
        }
    }

    /// A file's name without its ending.
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "Anki" : stem;
    }
}
