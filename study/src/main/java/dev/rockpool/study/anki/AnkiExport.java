package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.content.WrittenItem;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.items.GiftWriter;
import dev.rockpool.study.items.ItemCsv;
import dev.rockpool.study.schedule.StudyCalendar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

/// Writes decks for other programs. The ending of a file names its format: an Anki package (`.apkg`) of version *legacy
/// 1*, which every Anki and its relatives read, with notes, pictures and, if wanted, the schedule, the FSRS
/// states and the whole review log; Anki's text format (`.txt`, `.tsv`); CSV (`.csv`); or the questions
/// alone, in Moodle's GIFT (`.gift`) or CSV.
///
/// Equal decks, progress and instant give equal rows. The file takes its name only when it is complete.
public final class AnkiExport {
    private static final char FIELD_SEPARATOR = '\u001f';
    private static final String LEVEL = "::";
    private static final String LEECH = "leech";
    private static final JsonMapper JSON = new JsonMapper();

    private final Library library;
    private final Instant now;
    private final StudyCalendar calendar;
    private final StudyOptions options;

    /// @param study gives the days and options of the learner
    public AnkiExport(Library library, Study study, Instant now) {
        this.library = library;
        this.now = now;
        this.calendar = study.calendar();
        this.options = study.options();
    }

    /// What was written.
    ///
    /// @param notes of the decks
    /// @param cards of these notes
    /// @param reviews of these cards
    /// @param pictures of these notes
    /// @param left cards and tasks in labs that the format cannot hold
    public record Exported(int notes, int cards, int reviews, int pictures, int left) {}

    /// The questions of decks as text, without a file.
    ///
    /// @param form GIFT or CSV of questions
    public static String text(FileForm form, Collection<Deck> decks) {
        if (!form.isOfQuestions()) {
            throw new IllegalArgumentException("form must be of questions, but is " + form);
        }
        return form == FileForm.GIFT ? GiftWriter.write(decks) : ItemCsv.write(decks);
    }

    /// Writes decks to a file, in the format that its ending names.
    ///
    /// @param progress of their cards; of those it does not name, nothing but the card is written
    /// @throws dev.rockpool.kernel.InputException when the ending names no format (`exchange-form`)
    /// @throws EnvironmentException when the file cannot be written (`anki-unwritable`)
    public Exported write(Path file, Collection<Deck> decks, Collection<CardProgress> progress) {
        return write(file, FileForm.of(file), decks, progress);
    }

    /// Writes decks to a file in a format of its own; questions alone bring no progress.
    ///
    /// @param progress of their cards; of those it does not name, nothing but the card is written
    /// @throws EnvironmentException when the file cannot be written (`anki-unwritable`)
    public Exported write(Path file, FileForm form, Collection<Deck> decks, Collection<CardProgress> progress) {
        if (form.isOfQuestions()) {
            return writeQuestions(file, form, decks);
        }
        OutgoingNotes outgoing = new OutgoingNotes(library);
        List<OutgoingNote> notes = outgoing.of(decks);
        Map<String, CardProgress> byCard = new HashMap<>();
        progress.forEach(card -> byCard.put(card.cardId(), card));
        OutgoingCards cards = new OutgoingCards(byCard, calendar, options, now);
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                Files.deleteIfExists(unfinished);
                Files.createFile(unfinished); // says so at once where the folder cannot be written
                if (form != FileForm.PACKAGE) {
                    TextExport.write(unfinished, form, notes);
                    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
                    return new Exported(notes.size(), countCards(notes), 0, 0, 0);
                }
                Path collection = target.resolveSibling(target.getFileName() + ".anki2.part");
                try {
                    Files.deleteIfExists(collection);
                    writeCollection(collection, notes, cards, byCard);
                    zip(unfinished, collection, outgoing.media());
                } finally {
                    Files.deleteIfExists(collection);
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return new Exported(
                notes.size(),
                cards.cards().size(),
                cards.reviews().size(),
                outgoing.media().size(),
                0);
    }

    private static Exported writeQuestions(Path file, FileForm form, Collection<Deck> decks) {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                Files.writeString(unfinished, text(form, decks));
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        int notes = 0;
        int typed = 0;
        int left = 0;
        for (Deck deck : decks) {
            int cards = (int) deck.cards().stream()
                    .filter(card -> card.form() == Card.Form.TYPED)
                    .count();
            typed += cards;
            int items = (int) deck.quizItems().stream()
                    .filter(WrittenItem.class::isInstance)
                    .count();
            left += deck.cards().size() - cards + deck.quizItems().size() - items;
            notes += items + cards;
        }
        return new Exported(notes, typed, 0, 0, left);
    }

    private static int countCards(List<OutgoingNote> notes) {
        return notes.stream().mapToInt(note -> note.cards().size()).sum();
    }

    static EnvironmentException unwritable(Path file, IOException cause) {
        return new EnvironmentException(
                "anki-unwritable",
                "The file " + Quote.of(file.toString()) + " cannot be written: check the folder's rights and the disk.",
                cause);
    }

    private void writeCollection(
            Path file, List<OutgoingNote> notes, OutgoingCards cards, Map<String, CardProgress> progress) {
        Map<String, Long> decks = deckIds(notes);
        List<List<Object>> rows = new ArrayList<>();
        StableIds ids = new StableIds();
        int position = 0;
        for (OutgoingNote note : notes) {
            long noteId = ids.of("note/" + note.guid());
            rows.add(row(noteId, note, progress));
            for (Card card : note.cards()) {
                position++;
                cards.add(
                        ids.of("card/" + card.id()),
                        noteId,
                        decks.getOrDefault(note.deck(), 1L),
                        card,
                        position,
                        Optional.ofNullable(progress.get(card.id())));
            }
        }
        Map<Long, String> names = new LinkedHashMap<>();
        decks.forEach((name, deckId) -> names.put(deckId, name));
        try (SqliteFile collection = SqliteFile.create(file)) {
            collection.execute(Schema11.TABLES);
            collection.insert(
                    "col",
                    List.of(Schema11.col(
                            cards.createdAt(),
                            now,
                            calendar.zone(),
                            calendar.rollover().getHour(),
                            names)));
            collection.insert("notes", rows);
            collection.insert("cards", cards.cards());
            collection.insert("revlog", cards.reviews());
            collection.commit();
        }
    }

    /// Every deck and the decks above it, by name.
    private static Map<String, Long> deckIds(List<OutgoingNote> notes) {
        Map<String, Long> ids = new LinkedHashMap<>();
        for (OutgoingNote note : notes) {
            int end = note.deck().indexOf(LEVEL);
            while (end >= 0) {
                ids.putIfAbsent(note.deck().substring(0, end), 0L);
                end = note.deck().indexOf(LEVEL, end + LEVEL.length());
            }
            ids.putIfAbsent(note.deck(), 0L);
        }
        StableIds stable = new StableIds();
        ids.replaceAll((name, _) -> stable.of(name));
        return ids;
    }

    private List<Object> row(long id, OutgoingNote note, Map<String, CardProgress> progress) {
        List<String> tags = new ArrayList<>(note.tags());
        if (note.cards().stream()
                .anyMatch(card -> Optional.ofNullable(progress.get(card.id()))
                        .filter(CardProgress::leech)
                        .isPresent())) {
            tags.add(LEECH);
        }
        String first = plain(note.fields().getFirst());
        return List.of(
                id,
                note.guid(),
                note.type().id(),
                now.getEpochSecond(),
                -1,
                tags.isEmpty() ? "" : " " + String.join(" ", tags) + " ",
                String.join(Character.toString(FIELD_SEPARATOR), note.fields()),
                first,
                checksum(first),
                0,
                "");
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /// The first eight hex digits of the SHA-1 of the first field without HTML, as a number.
    private static long checksum(String first) {
        byte[] hash = OutgoingNotes.sha1(first);
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            sum = (sum << 8) | (hash[i] & 0xff);
        }
        return sum;
    }

    private static void zip(Path target, Path collection, Map<String, byte[]> media) throws IOException {
        try (OutputStream stream = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry("collection.anki2"));
            Files.copy(collection, zip);
            zip.closeEntry();
            Map<String, String> names = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> picture : media.entrySet()) {
                String entry = Integer.toString(names.size());
                names.put(entry, picture.getKey());
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(picture.getValue());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("media"));
            zip.write(JSON.writeValueAsBytes(names));
            zip.closeEntry();
        }
    }
}
