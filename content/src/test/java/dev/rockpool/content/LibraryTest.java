package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Duration QUIET = Duration.ofMillis(20);
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();

    @TempDir
    private Path root;

    private static String card(String id, String answer) {
        return DeckText.FRONT_MATTER + "## Front of " + id + " {#" + id + "}\n\n" + answer
                + "\n\nSource: x (primary)\n";
    }

    private Library watched(Path... folders) {
        Library library = new Library(List.of(folders), QUIET);
        library.watch(snapshots::add);
        return library;
    }

    /// The first snapshot told that is so.
    private Snapshot await(Predicate<Snapshot> so) throws InterruptedException {
        while (true) {
            Snapshot next = snapshots.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no such snapshot was told");
            }
            if (so.test(next)) {
                return next;
            }
        }
    }

    private static Predicate<Snapshot> answers(String id, String answer) {
        return snapshot ->
                snapshot.card(id).map(Card::answer).filter(answer::equals).isPresent();
    }

    @Test
    void readsUserDecksBesideTheBuiltInOnes() throws IOException {
        Files.writeString(root.resolve("b.md"), card("user-b", "B"));
        Files.createDirectories(root.resolve("sub/deeper"));
        Files.writeString(root.resolve("sub/a.md"), card("user-a", "A"));
        Files.writeString(root.resolve("sub/deeper/c.md"), card("user-c", "C"));
        Files.writeString(root.resolve("notes.txt"), "x");
        Files.writeString(root.resolve(".hidden.md"), "x");
        try (Library library = new Library(List.of(root, root))) {
            Snapshot snapshot = library.snapshot();
            assertThat(snapshot.findings()).isEmpty();
            assertThat(snapshot.card("user-a")).isPresent();
            assertThat(snapshot.card("user-b")).isPresent();
            assertThat(snapshot.card("user-c")).isEmpty();
            assertThat(snapshot.deckOf("user-b").orElseThrow().builtIn()).isFalse();
            assertThat(snapshot.decks()).filteredOn(deck -> !deck.builtIn()).hasSize(2);
            assertThat(snapshot.decks()).filteredOn(Deck::builtIn).isNotEmpty();
        }
    }

    @Test
    void anEditIsTold() throws Exception {
        Path file = Files.writeString(root.resolve("a.md"), card("user-a", "before"));
        try (Library library = watched(root)) {
            Files.writeString(file, card("user-a", "after"));
            Snapshot after = await(answers("user-a", "after"));
            assertThat(library.snapshot()).isSameAs(after);

            Path saved = Files.writeString(root.resolve("a.md~"), card("user-a", "replaced"));
            Files.move(saved, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            await(answers("user-a", "replaced"));

            Files.delete(file);
            await(snapshot -> snapshot.card("user-a").isEmpty());
        }
    }

    @Test
    void aBrokenFileLeavesItsLastGoodVersionAndAllOthers() throws Exception {
        Path file = Files.writeString(root.resolve("a.md"), card("user-a", "good"));
        Files.writeString(root.resolve("b.md"), card("user-b", "B"));
        Files.writeString(root.resolve("c.md"), "never good");
        try (Library library = watched(root)) {
            assertThat(library.snapshot().findings()).extracting(Finding::rule).containsExactly("front-matter");

            Files.writeString(file, card("user-a", "bad {{c1::"));
            // a reader that comes while the file is written sees it empty first
            Snapshot broken = await(snapshot -> snapshot.findings().stream()
                    .anyMatch(finding -> finding.rule().equals("cloze-form")));
            assertThat(broken.findings()).hasSize(2);
            assertThat(broken.findings().getFirst().rule()).isEqualTo("cloze-form");
            assertThat(broken.findings().getFirst().file()).isEqualTo(file.toString());
            assertThat(broken.findings().getFirst().isFault()).isTrue();
            assertThat(broken.card("user-a").map(Card::answer)).contains("good");
            assertThat(broken.card("user-b")).isPresent();

            Files.writeString(file, card("user-a", "mended"));
            assertThat(await(answers("user-a", "mended")).findings()).hasSize(1);
        }
    }

    @Test
    void aFolderMayComeAndGo() throws Exception {
        Path folder = root.resolve("later/decks");
        try (Library library = watched(folder)) {
            assertThat(library.snapshot().findings()).isEmpty();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("a.md"), card("user-a", "A"));
            await(answers("user-a", "A"));

            Files.createDirectory(folder.resolve("sub"));
            Files.writeString(folder.resolve("sub/b.md"), card("user-b", "B"));
            await(answers("user-b", "B"));

            Files.move(root.resolve("later"), root.resolve("gone"));
            await(snapshot -> snapshot.card("user-a").isEmpty());

            Files.move(root.resolve("gone"), root.resolve("later"));
            await(answers("user-b", "B"));
        }
    }

    @Test
    void otherFoldersCanBeUsed() throws Exception {
        Path one = Files.createDirectory(root.resolve("one"));
        Path two = Files.createDirectory(root.resolve("two"));
        Files.writeString(one.resolve("a.md"), card("user-a", "A"));
        Files.writeString(two.resolve("b.md"), card("user-b", "B"));
        try (Library library = watched(one)) {
            library.use(List.of(two));
            Snapshot told = await(answers("user-b", "B"));
            assertThat(told.card("user-a")).isEmpty();
            Files.writeString(two.resolve("b.md"), card("user-b", "C"));
            await(answers("user-b", "C"));
        }
    }

    @Test
    void anIdThatIsTakenKeepsTheSecondFileOut() throws IOException {
        String builtIn;
        try (Library library = Library.builtIn()) {
            builtIn = library.snapshot().cards().getFirst().noteId();
        }
        Files.writeString(root.resolve("a.md"), card("user-a", "first"));
        Files.writeString(root.resolve("b.md"), card("user-a", "second"));
        Files.writeString(root.resolve("c.md"), card(builtIn, "mine"));
        try (Library library = new Library(List.of(root))) {
            Snapshot snapshot = library.snapshot();
            assertThat(snapshot.card("user-a").map(Card::answer)).contains("first");
            assertThat(snapshot.deckOf(builtIn).orElseThrow().builtIn()).isTrue();
            assertThat(snapshot.findings())
                    .filteredOn(finding -> finding.rule().equals("id-unique"))
                    .hasSize(2);
        }
    }

    @Test
    void aPictureIsReadFromBelowTheFolderOnly() throws IOException {
        Path folder = Files.createDirectory(root.resolve("decks"));
        Files.writeString(folder.resolve("a.md"), card("user-a", "A"));
        Files.write(folder.resolve("a.png"), new byte[] {1, 2});
        Files.write(root.resolve("b.png"), new byte[] {3});
        Files.createSymbolicLink(folder.resolve("c.png"), root.resolve("b.png"));
        try (Library library = new Library(List.of(folder))) {
            Deck deck = library.snapshot().deckOf("user-a").orElseThrow();
            assertThat(library.image(deck, "./a.png"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
            assertThat(library.image(deck, "../b.png")).isEmpty();
            assertThat(library.image(deck, "c.png")).isEmpty();
            assertThat(library.image(deck, "none.png")).isEmpty();
            assertThat(library.image(deck, "https://example.org/a.png")).isEmpty();
            Deck builtIn = library.snapshot().decks().getFirst();
            assertThat(library.image(builtIn, "none.png")).isEmpty();
            assertThat(library.image(builtIn, "../glossary.md")).isEmpty();
            assertThat(library.image(builtIn, builtIn.file().getFileName().toString()))
                    .isPresent();
        }
    }

    @Test
    void aClosedLibraryTellsNothing() throws IOException {
        Library library = watched(root);
        library.close();
        library.close();
        library.watch(snapshots::add);
        assertThat(library.snapshot().decks()).isNotEmpty();
    }
}
