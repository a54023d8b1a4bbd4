package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DeckParser;
import dev.rockpool.content.Finding;
import dev.rockpool.content.ParsedDeck;
import dev.rockpool.content.Snapshot;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.anki.AnkiCollection.AnkiCard;
import dev.rockpool.study.anki.AnkiCollection.AnkiNote;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Makes sections of decks of the notes of a collection, and progress of their cards.
///
/// A note whose id a deck of Rockpool's or of the user's own holds is not written: its progress goes to the cards that
/// are there. Every section is read back before it is taken, so that no import writes a deck with a fault.
final class IncomingNotes {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_ID = 90;
    private static final int HASH_BYTES = 10;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_DECK = 200;
    private static final int LONGEST_HTML = 4 * DeckParser.LARGEST_SECTION;
    private static final long MOST_TEMPLATE_CHARACTERS = 2_000_000_000L;
    private static final String LEECH = "leech";
    private static final String STANDARD_DECK = "Default";
    private static final String OCCLUSION = "image-occlusion:";
    private static final String FRONT_MATTER = "---\ndeck: x\ntopic: x\ntitle: x\n---\n\n";
    private static final Pattern SOURCE =
            Pattern.compile("\\S.*\\((?:primary|secondary|recalled)(?:, [0-9-]{4,10})?\\)");
    private static final Pattern DELETION = Pattern.compile("\\{\\{c\\d+::");

    private final Snapshot snapshot;
    private final GeneratedDecks decks;
    private final IncomingPictures pictures;
    private final Losses losses;
    private final String packageName;
    private final Optional<String> deckName;
    private final Map<String, CardProgress> progress = new LinkedHashMap<>();
    private final Set<String> cards = new LinkedHashSet<>();
    private final Set<Effect> effects = EnumSet.noneOf(Effect.class);
    private long characters;
    private int added;
    private int updated;
    private int kept;

    /// What became of a section of the note at hand.
    private enum Effect {
        ADDED,
        UPDATED,
        KEPT
    }

    /// @param packageName names the deck of notes that are in none
    /// @param deckName the deck that all notes go to, if not to those of the package
    IncomingNotes(
            Snapshot snapshot,
            GeneratedDecks decks,
            IncomingPictures pictures,
            Losses losses,
            String packageName,
            Optional<String> deckName) {
        this.snapshot = snapshot;
        this.decks = decks;
        this.pictures = pictures;
        this.losses = losses;
        this.packageName = packageName;
        this.deckName = deckName;
    }

    /// Takes every note.
    ///
    /// @param reading how far the learner was with a card; empty where that is not asked
    void take(AnkiCollection collection, Optional<IncomingProgress> reading) {
        for (AnkiNote note : collection.notes()) {
            Notetype notetype = collection.notetypes().get(note.notetype());
            List<AnkiCard> noteCards = collection.cards().getOrDefault(note.id(), List.of());
            if (notetype == null || noteCards.isEmpty()) {
                losses.add(Loss.NO_NOTE_TYPE);
                continue;
            }
            boolean leech = note.tags().stream().anyMatch(tag -> tag.equalsIgnoreCase(LEECH));
            effects.clear();
            List<Made> sections = make(collection, note, notetype, noteCards);
            count();
            for (Made made : sections) {
                for (Map.Entry<String, AnkiCard> card : made.cards().entrySet()) {
                    cards.add(card.getKey());
                    reading.ifPresent(progressOf -> {
                        List<AnkiReview> reviews = collection
                                .reviews()
                                .getOrDefault(card.getValue().id(), List.of());
                        CardProgress found = progressOf.of(card.getKey(), made.id(), card.getValue(), reviews, leech);
                        if (!found.isBlank()) {
                            progress.putIfAbsent(card.getKey(), found);
                        }
                    });
                }
            }
        }
    }

    /// A note counts once, whatever became of its sections.
    private void count() {
        if (effects.contains(Effect.ADDED)) {
            added++;
        } else if (effects.contains(Effect.UPDATED)) {
            updated++;
        } else if (effects.contains(Effect.KEPT)) {
            kept++;
        }
    }

    /// Progress of the cards that have any.
    List<CardProgress> progress() {
        return List.copyOf(progress.values());
    }

    /// How many cards the notes make.
    int cards() {
        return cards.size();
    }

    int added() {
        return added;
    }

    int updated() {
        return updated;
    }

    int kept() {
        return kept;
    }

    /// A section that is written or was there, with its cards by their ids.
    private record Made(String id, Map<String, AnkiCard> cards) {}

    private List<Made> make(AnkiCollection collection, AnkiNote note, Notetype notetype, List<AnkiCard> noteCards) {
        String id = id(note.guid());
        if (notetype.cloze() || OwnNotetype.isOwn(notetype)) {
            Map<String, AnkiCard> byId = new LinkedHashMap<>();
            noteCards.forEach(card -> byId.put(notetype.cloze() ? id + "/c" + (card.ord() + 1) : id, card));
            return make(id, byId, () -> text(collection, note, notetype, noteCards.getFirst(), id)).stream()
                    .toList();
        }
        List<Made> made = new ArrayList<>();
        for (AnkiCard card : noteCards) {
            String cardId = card.ord() == 0 ? id : id + "-card-" + (card.ord() + 1);
            make(cardId, Map.of(cardId, card), () -> text(collection, note, notetype, card, cardId))
                    .ifPresent(made::add);
        }
        return made;
    }

    private Optional<Made> make(String id, Map<String, AnkiCard> byId, Supplier<Optional<Text>> writing) {
        Optional<Deck> owner = snapshot.deckOf(id).filter(deck -> !decks.wrote(deck));
        if (owner.isPresent()) {
            effects.add(Effect.KEPT);
            return Optional.of(
                    new Made(id, known(byId, cardId -> snapshot.card(cardId).isPresent())));
        }
        Optional<Text> text = writing.get();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        ParsedDeck parsed =
                new DeckParser().parse("imported.md", FRONT_MATTER + text.get().section() + "\n", false);
        List<Card> made = parsed.deck().map(Deck::cards).orElse(List.of());
        boolean faulty = parsed.findings().stream().anyMatch(Finding::isFault)
                || made.isEmpty()
                || made.stream().anyMatch(card -> !card.noteId().equals(id));
        if (faulty) {
            losses.add(Loss.NOT_A_SECTION);
            return Optional.empty();
        }
        Optional<String> before = decks.section(id);
        if (before.isEmpty()) {
            effects.add(Effect.ADDED);
        } else if (!before.get().equals(text.get().section())) {
            effects.add(Effect.UPDATED);
        }
        decks.put(text.get().deck(), id, text.get().section());
        Set<String> ids = made.stream().map(Card::id).collect(Collectors.toSet());
        return Optional.of(new Made(id, known(byId, ids::contains)));
    }

    private Map<String, AnkiCard> known(Map<String, AnkiCard> byId, Predicate<String> there) {
        Map<String, AnkiCard> known = new LinkedHashMap<>();
        byId.forEach((cardId, card) -> {
            if (there.test(cardId)) {
                known.put(cardId, card);
            } else {
                losses.add(Loss.UNKNOWN_CARD);
            }
        });
        return known;
    }

    /// A section as it is written, and the deck it goes to.
    private record Text(String deck, String section) {}

    private Optional<Text> text(AnkiCollection collection, AnkiNote note, Notetype notetype, AnkiCard card, String id) {
        if (note.fields().stream().mapToInt(String::length).sum() > LONGEST_HTML) {
            losses.add(Loss.NOT_A_SECTION);
            return Optional.empty();
        }
        if (notetype.cloze() && note.fields().stream().anyMatch(field -> field.contains(OCCLUSION))) {
            losses.add(Loss.IMAGE_OCCLUSION);
            return Optional.empty();
        }
        String deck = deck(collection.decks().getOrDefault(card.deck(), STANDARD_DECK));
        CardMarkdown markdown = new CardMarkdown(notetype.cloze(), pictures::reference);
        Optional<String> section = OwnNotetype.isOwn(notetype)
                ? own(note, notetype, id, markdown)
                : other(note, notetype, card, deck, id, markdown);
        losses.add(Loss.SOUND, markdown.sounds());
        return section.map(text -> new Text(deck, text));
    }

    private Optional<String> other(
            AnkiNote note, Notetype notetype, AnkiCard card, String deck, String id, CardMarkdown markdown) {
        int place = notetype.cloze() ? 0 : card.ord();
        if (place < 0 || place >= notetype.templates().size()) {
            losses.add(Loss.NO_NOTE_TYPE);
            return Optional.empty();
        }
        Notetype.Template template = notetype.templates().get(place);
        count(template.question().length() + template.answer().length());
        Document answer = Jsoup.parse(TemplateText.answer(notetype, template, note.fields()));
        List<String> fields = new ArrayList<>();
        for (Element sources : answer.select("div.sources")) {
            sourceLines(sources.html()).forEach(fields::add);
            sources.remove();
        }
        if (notetype.cloze()) {
            answer.select("div.corrections").remove(); // they would stand on the front too, and tell
        }
        String body = markdown.blocks(answer.body().html());
        String heading = notetype.cloze()
                ? title(body)
                : markdown.line(TemplateText.question(notetype, template, note.fields()));
        if (fields.isEmpty()) {
            fields.add("Source: Anki, deck " + deck.replace('(', '[').replace(')', ']') + " (secondary)");
        }
        tags(note.tags()).ifPresent(fields::add);
        return section(heading, id, "", body, fields, notetype.cloze());
    }

    private Optional<String> own(AnkiNote note, Notetype notetype, String id, CardMarkdown markdown) {
        Function<String, String> field = name -> {
            int place = notetype.fields().indexOf(name);
            return place >= 0 && place < note.fields().size() ? note.fields().get(place) : "";
        };
        List<String> fields = new ArrayList<>();
        String accept = plain(field.apply(OwnNotetype.ACCEPT));
        if (!accept.isEmpty()) {
            fields.add("Accept: " + accept);
        }
        fields.addAll(sourceLines(field.apply(OwnNotetype.SOURCES)));
        tags(note.tags()).ifPresent(fields::add);
        String fixes = plain(field.apply(OwnNotetype.FIXES));
        if (!fixes.isEmpty()) {
            fields.add("Fixes: " + fixes);
        }
        String show = plain(field.apply(OwnNotetype.SHOW));
        if (!show.isEmpty()) {
            fields.add("Show: " + show);
        }
        boolean typed = notetype.name().equals(OwnNotetype.TYPED.notetype().name());
        return section(
                markdown.line(field.apply(OwnNotetype.FRONT)),
                id,
                typed ? " .typed" : "",
                markdown.blocks(field.apply(OwnNotetype.BACK)),
                fields,
                notetype.cloze());
    }

    /// The sources that an export of ours wrote, a line each; others are no fields.
    private static List<String> sourceLines(String html) {
        List<String> lines = new ArrayList<>();
        for (String source : html.split("<br ?/?>", -1)) {
            String text = plain(source);
            if (SOURCE.matcher(text).matches()) {
                lines.add("Source: " + text);
            }
        }
        return lines;
    }

    private Optional<String> section(
            String heading, String id, String classes, String body, List<String> fields, boolean cloze) {
        if (heading.isBlank()) {
            losses.add(Loss.NO_QUESTION);
            return Optional.empty();
        }
        if (body.isBlank() || (cloze && !DELETION.matcher(body).find())) {
            losses.add(Loss.NO_ANSWER);
            return Optional.empty();
        }
        return Optional.of(
                "## " + heading + " {#" + id + classes + "}\n\n" + body + "\n\n" + String.join("\n", fields));
    }

    /// Short notes of long templates add up.
    private void count(int length) {
        characters += length;
        if (characters > MOST_TEMPLATE_CHARACTERS) {
            throw new InputException(
                    "anki-package-large",
                    "The package " + Quote.of(packageName) + " cannot be imported: its templates, filled for each note,"
                            + " come to more than " + MOST_TEMPLATE_CHARACTERS + " characters.");
        }
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    /// The first words of a cloze, which names the note and is not shown.
    private static String title(String body) {
        String words = DELETION.matcher(body)
                .replaceAll("")
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("::[^{}]*\\}\\}|\\}\\}", "")
                .replaceAll("[\\\\`*_#>|{}\\[\\]<]", "")
                .replaceAll("\\s+", " ")
                .strip();
        String cut = words.codePointCount(0, words.length()) > LONGEST_TITLE
                ? words.substring(0, words.offsetByCodePoints(0, LONGEST_TITLE)) + "…"
                : words;
        return cut.isEmpty() ? "Cloze" : cut;
    }

    private static Optional<String> tags(List<String> tags) {
        String line = tags.stream()
                .filter(tag -> !tag.equalsIgnoreCase(LEECH))
                .map(tag -> tag.replaceAll("[^\\p{L}\\p{N}:/_-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+", ""))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .map(tag -> "#" + tag)
                .collect(Collectors.joining(" "));
        return line.isEmpty() ? Optional.empty() : Optional.of("Tags: " + line);
    }

    private String deck(String name) {
        String chosen = deckName.orElse(name.equals(STANDARD_DECK) ? packageName : name);
        String clean = chosen.replaceAll("[\\p{Cntrl}]+", " ").strip();
        String cut =
                clean.length() > LONGEST_DECK ? clean.substring(0, LONGEST_DECK).strip() : clean;
        return cut.isEmpty() ? packageName : cut;
    }

    /// A guid that is an id, as ours are, or an id that follows from it.
    static String id(String guid) {
        return guid.length() <= LONGEST_ID && ID.matcher(guid).matches()
                ? guid
                : "anki-" + HexFormat.of().formatHex(OutgoingNotes.sha1(guid), 0, HASH_BYTES);
    }
}
