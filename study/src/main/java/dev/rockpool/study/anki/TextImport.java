package dev.rockpool.study.anki;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.anki.AnkiCollection.AnkiCard;
import dev.rockpool.study.anki.AnkiCollection.AnkiNote;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads Anki's text format and CSV files as a collection without a schedule.
///
/// Lines `#key:value` at the top say what the columns are: `separator`, `html`, `columns`, `notetype`, `deck`, `tags`,
/// `notetype column`, `deck column`, `tags column`, `guid column` (counted from 1); others are comments. Without them a
/// first line that names columns (`front` or `question`, `back` or `answer`, `guid` or `id`, `deck`, `notetype`,
/// `tags`) is a head; without one the first two columns are front and back.
///
/// Source: rslib/src/import_export/text/csv/metadata.rs of Anki 26.08.
final class TextImport {
    private static final long LARGEST_FILE = 64L << 20;
    private static final Pattern HEADER = Pattern.compile("#([a-z ]+):(.*)");
    private static final Pattern DELETION = Pattern.compile("\\{\\{c(\\d{1,3})::");
    private static final Pattern TAG = Pattern.compile("(?s).*(?:</?[a-zA-Z][^>]*>|&(?:[a-z]+|#\\d+);).*");
    private static final List<Character> GUESSES = List.of('\t', ';', ',', '|');
    private static final Map<String, Character> SEPARATORS =
            Map.of("tab", '\t', "comma", ',', "semicolon", ';', "pipe", '|', "colon", ':', "space", ' ');
    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("front", "front"),
            Map.entry("question", "front"),
            Map.entry("text", "front"),
            Map.entry("back", "back"),
            Map.entry("answer", "back"),
            Map.entry("guid", "guid"),
            Map.entry("id", "guid"),
            Map.entry("deck", "deck"),
            Map.entry("notetype", "notetype"),
            Map.entry("tags", "tags"));

    private final String name;
    private final PackageLimits limits;
    private final Losses losses;
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<AnkiNote> notes = new ArrayList<>();
    private final Map<Long, List<AnkiCard>> cards = new HashMap<>();
    private final Map<Long, String> decks = new HashMap<>();
    private final Map<String, Long> deckIds = new HashMap<>();

    TextImport(String name, PackageLimits limits, Losses losses) {
        this.name = name;
        this.limits = limits;
        this.losses = losses;
    }

    /// @throws InputException if the file is no UTF-8, too large, or a line is no line of fields (`anki-text`)
    AnkiCollection read(Path file, FileForm form) {
        String text = text(file);
        int body = readHeader(text);
        String rest = text.substring(body);
        char separator = separator(rest, form);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(rest), format)) {
            readRecords(parser, separator);
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new InputException(
                    "anki-text",
                    "The file " + Quote.of(name) + " is not made of lines of fields: a quotation mark is not closed"
                            + " or stands within a field.",
                    e);
        }
        Map<Long, Notetype> notetypes = new HashMap<>();
        for (StockNotetype type : StockNotetype.ALL) {
            notetypes.put(type.id(), type.notetype());
        }
        return new AnkiCollection(Optional.empty(), notetypes, decks, notes, cards, Map.of());
    }

    private String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new InputException(
                        "anki-text",
                        "The file " + Quote.of(name) + " has more than " + LARGEST_FILE / 1024 / 1024
                                + " MiB; split it.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(
                    "anki-text", "The file " + Quote.of(name) + " is not UTF-8: save it in the encoding UTF-8.", e);
        } catch (IOException e) {
            throw new InputException(
                    "anki-unreadable",
                    "The file " + Quote.of(file.toString()) + " cannot be read: check its name and rights.",
                    e);
        }
    }

    /// Where the lines behind the header begin.
    private int readHeader(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '#') {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
            Matcher form = HEADER.matcher(line.length() < 1000 ? line : "");
            int colon = line.indexOf(':');
            String lower = colon < 0 ? line : line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon);
            form.reset(lower);
            if (form.matches()) {
                header.put(form.group(1).strip(), form.group(2));
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private char separator(String rest, FileForm form) {
        String given = header.getOrDefault("separator", "");
        if (!given.isEmpty()) {
            Character named = SEPARATORS.get(given.strip().toLowerCase(Locale.ROOT));
            if (named == null && given.length() != 1) {
                throw new InputException(
                        "anki-text",
                        "The file " + Quote.of(name) + " names a separator that is none: " + Quote.of(given) + ".");
            }
            return named == null ? given.charAt(0) : named;
        }
        if (form == FileForm.CSV) {
            String first = rest.lines().findFirst().orElse("");
            return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        }
        String first = rest.lines().findFirst().orElse("");
        return GUESSES.stream()
                .filter(guess -> first.indexOf(guess) >= 0)
                .findFirst()
                .orElse('\t');
    }

    private void readRecords(CSVParser parser, char separator) {
        nameColumns();
        String given = header.getOrDefault("columns", "");
        boolean named =
                !given.isEmpty() && isHead(List.of(given.split(Pattern.quote(Character.toString(separator)), -1)));
        boolean first = true;
        Optional<Boolean> html = Optional.ofNullable(header.get("html"))
                .map(value -> value.strip().equals("true"));
        for (CSVRecord row : parser) {
            if (first && !named && !header.containsKey("guid column") && isHead(row.toList())) {
                first = false;
                continue;
            }
            first = false;
            if (notes.size() >= limits.rows()) {
                throw new InputException(
                        "anki-text",
                        "The file " + Quote.of(name) + " has more than " + limits.rows() + " lines; split it.");
            }
            take(row, html);
        }
    }

    /// What the header says of columns, from 0.
    private void nameColumns() {
        for (String meta : List.of("guid", "notetype", "deck", "tags")) {
            String value = header.getOrDefault(meta + " column", "").strip();
            if (!value.isEmpty()) {
                columns.put(meta, column(meta, value));
            }
        }
    }

    private int column(String meta, String value) {
        try {
            int column = Integer.parseInt(value);
            if (column >= 1) {
                return column - 1;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new InputException(
                "anki-text",
                "The file " + Quote.of(name) + " says " + Quote.of(meta + " column:" + value)
                        + ", which is no number from 1.");
    }

    /// Whether names are those of columns, which are then known by them.
    private boolean isHead(List<String> names) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String meaning = HEADS.get(names.get(i).strip().toLowerCase(Locale.ROOT));
            if (meaning != null) {
                found.putIfAbsent(meaning, i);
            }
        }
        if (!found.containsKey("front") || !found.containsKey("back")) {
            return false;
        }
        found.forEach(columns::putIfAbsent);
        return true;
    }

    private void take(CSVRecord row, Optional<Boolean> html) {
        List<String> fields = fields(row);
        if (fields.isEmpty() || fields.stream().allMatch(String::isBlank)) {
            losses.add(Loss.SHORT_LINE);
            return;
        }
        boolean deletions = DELETION.matcher(fields.getFirst()).find();
        StockNotetype type = StockNotetype.of(at(row, "notetype", header.getOrDefault("notetype", "")), deletions);
        if (fields.size() < 2 && !type.equals(StockNotetype.CLOZE)) {
            losses.add(Loss.SHORT_LINE);
            return;
        }
        List<String> texts = new ArrayList<>();
        for (String field : fields) {
            boolean isHtml = html.orElseGet(() -> TAG.matcher(field).matches());
            texts.add(isHtml ? field : CardHtml.escaped(field).replace("\r", "").replace("\n", "<br>"));
        }
        if (texts.size() > 2) {
            String rest = String.join("<br><br>", texts.subList(1, texts.size()));
            texts = List.of(texts.getFirst(), rest);
        }
        long id = notes.size() + 1L;
        String guid = at(row, "guid", "");
        String deck = at(row, "deck", header.getOrDefault("deck", "Default")).strip();
        String tags = header.getOrDefault("tags", "") + " " + at(row, "tags", "");
        notes.add(new AnkiNote(
                id,
                guid.isBlank() ? "text/" + texts.getFirst() : guid.strip(),
                type.id(),
                texts,
                Arrays.asList(tags.strip().split("\\s+", -1))));
        long deckId = deckIds.computeIfAbsent(deck, _ -> (long) deckIds.size() + 1);
        decks.put(deckId, deck);
        cards.put(id, cards(type, id, deckId, texts.getFirst()));
    }

    /// The columns that mean nothing else, in order; where a head names front and back, those two.
    private List<String> fields(CSVRecord row) {
        Integer front = columns.get("front");
        Integer back = columns.get("back");
        if (front != null && back != null) {
            return Math.max(front, back) < row.size() ? List.of(row.get(front), row.get(back)) : List.of();
        }
        Set<Integer> meta = new HashSet<>(columns.values());
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!meta.contains(i)) {
                fields.add(row.get(i));
            }
        }
        while (fields.size() > 2 && fields.getLast().isBlank()) {
            fields.removeLast();
        }
        return fields;
    }

    private String at(CSVRecord row, String meta, String otherwise) {
        Integer column = columns.get(meta);
        return column != null && column < row.size() && !row.get(column).isBlank() ? row.get(column) : otherwise;
    }

    private static List<AnkiCard> cards(StockNotetype type, long note, long deck, String first) {
        Set<Integer> places = new TreeSet<>();
        if (type.equals(StockNotetype.CLOZE)) {
            Matcher deletion = DELETION.matcher(first);
            while (deletion.find()) {
                places.add(Integer.parseInt(deletion.group(1)) - 1);
            }
        } else {
            for (int i = 0; i < type.notetype().templates().size(); i++) {
                places.add(i);
            }
        }
        List<AnkiCard> cards = new ArrayList<>();
        for (int place : places) {
            cards.add(new AnkiCard(note * 1000 + place, deck, place, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        if (cards.isEmpty()) {
            cards.add(new AnkiCard(note * 1000, deck, 0, 0, 0, 0, 0, 0, 0, 0, 0)); // the note says what it lacks
        }
        return cards;
    }
}
