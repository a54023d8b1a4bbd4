package dev.rockpool.app;

import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A study desk in a folder of its own: the built-in decks and one deck of three cards, a real study file, and a clock
/// that moves only when told to.
public final class TestDesk implements AutoCloseable {
    /// The zone of the desk.
    public static final ZoneId ZONE = ZoneOffset.UTC;

    /// The ids of the three cards, in order: basic, typed, cloze.
    public static final List<String> CARDS = List.of("tide-basic", "tide-typed", "tide-cloze/c1");

    private static final String DECK = """
        ---
        deck: Harbour
        topic: tides
        title: Tides
        ---

        ## What pulls the tide most? {#tide-basic}

        The Moon, for it is **near**.

        Source: https://example.org/tides (primary, 2026-10)
        Tags: #tides

        ## How many metres is the tide at Fundy? {#tide-typed .typed}

        1,600 cm

        Accept: 16 m | sixteen metres
        Source: https://example.org/fundy (primary, 2026-10)
        Tags: #tides

        ## Spring tide {#tide-cloze}

        A spring tide comes at new and {{c1::full}} moon.

        Source: https://example.org/spring (primary, 2026-10)
        Tags: #tides
        """;

    private final Database database;
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final Study study;
    private final Library library;
    private final List<RunningPlatform> platforms = new ArrayList<>();

    private TestDesk(Path folder, boolean onlyTides) {
        try {
            Path decks = Files.createDirectories(folder.resolve("decks"));
            Files.writeString(decks.resolve("tides.md"), DECK);
            database = Database.open(folder.resolve("study"));
            library = new Library(List.of(decks));
            study = new Study(database, clock(), ZONE, StudyOptions.STANDARD, new Seed(7));
            study.learnAbout(cards(onlyTides));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A desk on which only the deck of three cards is studied.
    public static TestDesk ofTides(Path folder) {
        return new TestDesk(folder, true);
    }

    /// A desk on which everything is studied.
    public static TestDesk ofEverything(Path folder) {
        return new TestDesk(folder, false);
    }

    public Study study() {
        return study;
    }

    public Database database() {
        return database;
    }

    public Library library() {
        return library;
    }

    /// The desk's clock.
    public InstantSource clock() {
        return () -> now;
    }

    /// The platform of a window over this desk, in `folder`; closed with the desk.
    public RunningPlatform platform(Path folder, TaskRunner tasks, Preferences preferences) {
        RunningPlatform platform = new RunningPlatform(
                PlatformOptions.in(folder.resolve("platform"))
                        .with(ObjectStoreOptions.standard().sync(false)),
                clock(),
                new SecureRandom(),
                PriceBook::shipped,
                preferences,
                tasks);
        platforms.add(platform);
        return platform;
    }

    /// Moves the clock.
    public void wait(Duration duration) {
        now = now.plus(duration);
    }

    /// Runs everything at once.
    public static TaskRunner atOnce() {
        return new TaskRunner(Runnable::run, Runnable::run, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    /// English.
    public static Texts texts() {
        return Texts.in(Locale.ENGLISH);
    }

    @Override
    public void close() {
        platforms.forEach(RunningPlatform::close);
        library.close();
        database.close();
    }

    private List<StudyCard> cards(boolean onlyTides) {
        List<StudyCard> cards = new ArrayList<>();
        for (Deck deck : library.snapshot().decks()) {
            for (Card card : deck.cards()) {
                if (!onlyTides || deck.topic().equals("tides")) {
                    cards.add(new StudyCard(
                            card.id(), card.noteId(), deck.name(), deck.topic(), cards.size(), card.contentHash()));
                }
            }
        }
        return cards;
    }
}
