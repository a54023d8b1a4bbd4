package dev.rockpool.study.anki;

import dev.rockpool.content.Deck;
import dev.rockpool.content.DeckParser;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The decks that imports wrote into a folder of the user's decks: what stands in them, and what they become.
///
/// A section begins with a line `## … {#id}`, which stands nowhere else in what an import writes.
final class GeneratedDecks {
    /// The kind that Anki's notes become: the folder, and the front matter field that tells their files.
    static final String ANKI = "anki";

    /// The kind that questions become.
    static final String QUIZ = "quiz";

    /// The folder of pictures, beside them.
    static final String MEDIA = "media";

    private static final String ENDING = ".md";
    private static final String LEVEL = "::";
    private static final int LARGEST_FILE = 3 * 1024 * 1024;
    private static final int MOST_SECTIONS = 4_000;
    private static final int LONGEST_SLUG = 60;
    private static final Pattern HEADING =
            Pattern.compile("(?m)^## .*\\{#([a-z0-9]+(?:-[a-z0-9]+)*)(?: \\.[a-z]+)*\\}$");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    private final String kind;
    private final Path folder;
    private final Map<String, List<Path>> filesByDeck = new LinkedHashMap<>();
    private final Map<String, LinkedHashMap<String, String>> sectionsByDeck = new LinkedHashMap<>();
    private final Map<Path, String> before = new HashMap<>();
    private final Map<String, String> deckById = new HashMap<>();
    private final Set<Path> foreign = new HashSet<>();

    private GeneratedDecks(String kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    /// Reads those of a kind below a folder of decks.
    static GeneratedDecks read(Path decks, String kind) {
        GeneratedDecks generated = new GeneratedDecks(kind, decks.resolve(kind));
        if (!Files.isDirectory(generated.folder)) {
            return generated;
        }
        try (Stream<Path> files = Files.list(generated.folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                generated.add(file);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "import-decks",
                    "The folder " + Quote.of(generated.folder.toString()) + " cannot be read: check its rights.",
                    e);
        }
        return generated;
    }

    /// Whether an import of this kind wrote a deck.
    boolean wrote(Deck deck) {
        return !deck.builtIn() && deck.frontMatter().containsKey(kind);
    }

    /// The folder that pictures go to.
    Path media() {
        return folder.resolve(MEDIA);
    }

    /// The text of a section; empty where none of these decks holds it.
    Optional<String> section(String id) {
        return Optional.ofNullable(deckById.get(id))
                .map(deck ->
                        sectionsByDeck.getOrDefault(deck, new LinkedHashMap<>()).get(id));
    }

    /// Puts a section into a deck; where it stood before, it stands no longer.
    void put(String deck, String id, String text) {
        String old = deckById.put(id, deck);
        if (old != null && !old.equals(deck)) {
            sectionsByDeck.getOrDefault(old, new LinkedHashMap<>()).remove(id);
        }
        sectionsByDeck.computeIfAbsent(deck, _ -> new LinkedHashMap<>()).put(id, text);
    }

    /// The files that are different now, with their text; empty for a file that goes.
    Map<Path, Optional<String>> changes() {
        Map<Path, Optional<String>> changes = new LinkedHashMap<>();
        Set<Path> taken = new HashSet<>(foreign);
        filesByDeck.values().forEach(taken::addAll);
        sectionsByDeck.forEach((deck, sections) -> {
            List<Path> files = new ArrayList<>(filesByDeck.getOrDefault(deck, List.of()));
            for (String text : texts(deck, sections)) {
                Path file = files.isEmpty() ? free(deck, taken) : files.removeFirst();
                taken.add(file);
                if (!text.equals(before.get(file))) {
                    changes.put(file, Optional.of(text));
                }
            }
            files.forEach(left -> changes.put(left, Optional.empty()));
        });
        return changes;
    }

    private void add(Path file) throws IOException {
        Optional<Deck> deck =
                new DeckParser().read(file).deck().filter(found -> !found.name().isEmpty());
        if (deck.isEmpty() || !deck.get().frontMatter().containsKey(kind)) {
            foreign.add(file);
            return;
        }
        String text = Files.readString(file).replace("\r\n", "\n");
        String name = deck.get().name();
        before.put(file, text);
        filesByDeck.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
        LinkedHashMap<String, String> sections = sectionsByDeck.computeIfAbsent(name, _ -> new LinkedHashMap<>());
        Matcher heading = HEADING.matcher(text);
        int start = -1;
        String id = "";
        while (heading.find()) {
            if (start >= 0) {
                sections.put(id, text.substring(start, heading.start()).strip());
            }
            start = heading.start();
            id = heading.group(1);
            deckById.put(id, name);
        }
        if (start >= 0) {
            sections.put(id, text.substring(start).strip());
        }
    }

    private List<String> texts(String deck, Map<String, String> sections) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (String section : sections.values()) {
            if (count == MOST_SECTIONS || text.length() + section.length() > LARGEST_FILE / 4) {
                texts.add(text.toString());
                text.setLength(0);
                count = 0;
            }
            if (count == 0) {
                text.append(frontMatter(deck, texts.size() + 1));
            }
            text.append('\n').append(section).append('\n');
            count++;
        }
        if (count > 0) {
            texts.add(text.toString());
        }
        return texts;
    }

    private String frontMatter(String deck, int part) {
        String last = deck.substring(deck.contains(LEVEL) ? deck.lastIndexOf(LEVEL) + LEVEL.length() : 0)
                .strip();
        String title = (last.isEmpty() ? deck : last) + (part > 1 ? " " + part : "");
        return "---\ndeck: " + quoted(deck) + "\ntopic: " + slug(last) + "\ntitle: " + quoted(title) + "\n" + kind
                + ": imported\n---\n";
    }

    /// A text in YAML.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Path free(String deck, Set<Path> taken) {
        String slug = slug(deck);
        Path file = folder.resolve(slug + ENDING);
        for (int i = 2; taken.contains(file) || Files.exists(file); i++) {
            file = folder.resolve(slug + "-" + i + ENDING);
        }
        return file;
    }

    /// A name in kebab-case; of one without Latin letters or digits, its hash.
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String slug = NO_SLUG.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            return "deck-" + HexFormat.of().formatHex(OutgoingNotes.sha1(name), 0, 4);
        }
        return slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG).replaceAll("-$", "") : slug;
    }
}
