package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.content.NoteText;
import dev.rockpool.content.Snapshot;
import dev.rockpool.content.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes what goes out of decks: notes with their fields, and the pictures they show.
final class OutgoingNotes {
    private static final int HASH_BYTES = 4;

    private final Library library;
    private final Snapshot snapshot;
    private final Map<String, byte[]> media = new LinkedHashMap<>();
    private final Map<String, Optional<String>> pictures = new HashMap<>();

    OutgoingNotes(Library library) {
        this.library = library;
        this.snapshot = library.snapshot();
    }

    /// The notes of decks, in order.
    List<OutgoingNote> of(Collection<Deck> decks) {
        List<OutgoingNote> notes = new ArrayList<>();
        for (Deck deck : decks) {
            Map<String, NoteText> texts = library.notes(deck);
            CardHtml html = new CardHtml(reference -> picture(deck, reference));
            Map<String, List<Card>> byNote = deck.cards().stream()
                    .collect(Collectors.groupingBy(Card::noteId, LinkedHashMap::new, Collectors.toList()));
            byNote.forEach((id, cards) -> {
                NoteText text = texts.get(id);
                if (text != null) {
                    notes.add(note(deck, text, cards, html));
                }
            });
        }
        return notes;
    }

    /// The pictures that the notes made so far show, by their name in the package.
    Map<String, byte[]> media() {
        return media;
    }

    private OutgoingNote note(Deck deck, NoteText text, List<Card> cards, CardHtml html) {
        Card first = cards.getFirst();
        OwnNotetype type = switch (first.form()) {
            case BASIC -> OwnNotetype.BASIC;
            case CLOZE -> OwnNotetype.CLOZE;
            case TYPED -> OwnNotetype.TYPED;
        };
        List<String> fields = new ArrayList<>();
        for (String field : type.notetype().fields()) {
            fields.add(
                    switch (field) {
                        case OwnNotetype.FRONT -> html.of(text.heading());
                        case OwnNotetype.BACK -> html.of(text.body());
                        case OwnNotetype.ANSWER ->
                            CardHtml.escaped(first.accepted().getFirst());
                        case OwnNotetype.ACCEPT ->
                            CardHtml.escaped(first.accepted().stream().skip(1).collect(Collectors.joining(" | ")));
                        case OwnNotetype.CORRECTIONS ->
                            first.fixes().stream()
                                    .flatMap(id -> snapshot.claim(id).stream())
                                    .map(claim -> correction(claim, html))
                                    .collect(Collectors.joining());
                        case OwnNotetype.SOURCES ->
                            first.sources().stream().map(OutgoingNotes::source).collect(Collectors.joining("<br>"));
                        case OwnNotetype.FIXES -> String.join(" ", first.fixes());
                        case OwnNotetype.SHOW -> first.show();
                        default -> throw new IllegalStateException("nothing stands in the field " + field);
                    });
        }
        return new OutgoingNote(text.id(), deck.name(), type, fields, first.tags(), cards);
    }

    /// The claim as documented, what became of it, and what is right instead.
    private static String correction(Claim claim, CardHtml html) {
        String since = claim.sinceText().isEmpty() ? "" : " (" + CardHtml.escaped(claim.sinceText()) + ")";
        return "<div><s>" + html.of(claim.statement()) + "</s><br>"
                + claim.verdict().name().toLowerCase(java.util.Locale.ROOT) + since + ": "
                + html.of(claim.correction()) + "</div>";
    }

    private static String source(Source source) {
        String location = CardHtml.escaped(source.location());
        String shown = source.isLink() ? "<a href=\"" + location + "\">" + location + "</a>" : location;
        String date = source.readOn().isEmpty() ? "" : ", " + source.readOn();
        return shown + " (" + source.kind().word() + date + ")";
    }

    private Optional<String> picture(Deck deck, String reference) {
        return pictures.computeIfAbsent(deck.file() + "\n" + reference, _ -> add(deck, reference));
    }

    /// Two decks may call different pictures the same.
    private Optional<String> add(Deck deck, String reference) {
        Optional<byte[]> image = library.image(deck, reference);
        return image.map(bytes -> {
            String name = MediaName.of(reference);
            byte[] before = media.get(name);
            if (before != null && !Arrays.equals(before, bytes)) {
                name = hash(bytes) + "-" + name;
            }
            media.put(name, bytes);
            return name;
        });
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha1(bytes), 0, HASH_BYTES);
    }

    /// Names contents; not meant to be safe against those who look for two of one name.
    static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /// Of the text as UTF-8.
    static byte[] sha1(String text) {
        return sha1(text.getBytes(StandardCharsets.UTF_8));
    }
}
