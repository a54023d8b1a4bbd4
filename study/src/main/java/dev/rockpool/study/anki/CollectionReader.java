package dev.rockpool.study.anki;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.anki.AnkiCollection.AnkiCard;
import dev.rockpool.study.anki.AnkiCollection.AnkiNote;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a collection of schema 11, whose note types and decks are JSON, or of schema 15 to 18, where they are tables.
final class CollectionReader {
    private static final int FIRST_WITH_TABLES = 15;
    private static final int LATEST = 18;
    private static final String FIELD_SEPARATOR = "\u001f";
    private static final String LEVEL = "::";
    private static final JsonMapper JSON = new JsonMapper();

    private final SqliteFile file;
    private final String name;
    private final PackageLimits limits;
    private final ZoneId zone;
    private final Map<Long, Notetype> notetypes = new HashMap<>();
    private final Map<Long, String> decks = new HashMap<>();
    private long characters;
    private int rows;

    /// @param zone where days turn, unless the collection says so
    CollectionReader(SqliteFile file, String name, PackageLimits limits, ZoneId zone) {
        this.file = file;
        this.name = name;
        this.limits = limits;
        this.zone = zone;
    }

    AnkiCollection read() {
        for (String table : List.of("col", "notes", "cards", "revlog")) {
            if (!file.hasTable(table)) {
                throw schema("it has no table " + table);
            }
        }
        long[] col = new long[2];
        String[] texts = {"", "", ""};
        file.each("select ver, crt, conf, models, decks from col limit 1", row -> {
            col[0] = row.number(1);
            col[1] = row.number(2);
            texts[0] = row.text(3);
            texts[1] = row.text(4);
            texts[2] = row.text(5);
        });
        Optional<Integer> west;
        if (col[0] == Schema11.VERSION) {
            west = minutesWest(json(texts[0]).path("creationOffset"));
            readNotetypes(json(texts[1]));
            readDecks(json(texts[2]));
        } else if (col[0] >= FIRST_WITH_TABLES && col[0] <= LATEST) {
            west = west();
            readNotetypes();
            readDecks();
        } else {
            throw schema("its schema is number " + col[0] + ", and 11 and 15 to 18 are known");
        }
        return new AnkiCollection(created(col[1], west), notetypes, decks, notes(), cards(), reviews());
    }

    private Optional<LocalDate> created(long seconds, Optional<Integer> west) {
        try {
            ZoneId there = west.isPresent() ? ZoneOffset.ofTotalSeconds(-60 * west.get()) : zone;
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), there));
        } catch (DateTimeException e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    private static Optional<Integer> minutesWest(JsonNode value) {
        return value.isIntegralNumber() ? Optional.of(value.asInt(0)) : Optional.empty();
    }

    private void readNotetypes(JsonNode models) {
        models.properties().forEach(entry -> {
            JsonNode model = entry.getValue();
            List<String> fields = new ArrayList<>();
            model.path("flds").forEach(field -> fields.add(field.path("name").asString("")));
            List<Notetype.Template> templates = new ArrayList<>();
            model.path("tmpls")
                    .forEach(template -> templates.add(new Notetype.Template(
                            template.path("name").asString(""),
                            template.path("qfmt").asString(""),
                            template.path("afmt").asString(""))));
            number(entry.getKey())
                    .ifPresent(id -> notetypes.put(
                            id,
                            new Notetype(
                                    model.path("name").asString(""),
                                    model.path("type").asInt(0) == 1,
                                    fields,
                                    templates)));
        });
    }

    private void readDecks(JsonNode decksByIds) {
        decksByIds
                .properties()
                .forEach(entry -> number(entry.getKey())
                        .ifPresent(id ->
                                decks.put(id, entry.getValue().path("name").asString(""))));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Integer> west() {
        if (!file.hasTable("config")) {
            return Optional.empty();
        }
        String[] value = {""};
        file.each(
                "select val from config where key = 'creationOffset'",
                row -> value[0] = new String(row.bytes(1), StandardCharsets.UTF_8));
        return minutesWest(json(value[0]));
    }

    /// `Notetype.Config { Kind kind = 1; }`, `Template.Config { string q_format = 1; string a_format = 2; }`.
    private void readNotetypes() {
        for (String table : List.of("notetypes", "fields", "templates", "decks")) {
            if (!file.hasTable(table)) {
                throw schema("it has no table " + table);
            }
        }
        Map<Long, TreeMap<Long, String>> fields = new HashMap<>();
        file.each(
                "select ntid, ord, name from fields",
                row -> fields.computeIfAbsent(row.number(1), _ -> new TreeMap<>())
                        .put(row.number(2), row.text(3)));
        Map<Long, TreeMap<Long, Notetype.Template>> templates = new HashMap<>();
        file.each("select ntid, ord, name, config from templates", row -> {
            Map<Integer, Protobuf.Field> config = config(row.bytes(4));
            templates
                    .computeIfAbsent(row.number(1), _ -> new TreeMap<>())
                    .put(row.number(2), new Notetype.Template(row.text(3), text(config, 1), text(config, 2)));
        });
        file.each("select id, name, config from notetypes", row -> {
            Protobuf.Field kind = config(row.bytes(3)).get(1);
            notetypes.put(
                    row.number(1),
                    new Notetype(
                            row.text(2),
                            kind != null && kind.value() == 1,
                            List.copyOf(fields.getOrDefault(row.number(1), new TreeMap<>())
                                    .values()),
                            List.copyOf(templates
                                    .getOrDefault(row.number(1), new TreeMap<>())
                                    .values())));
        });
    }

    private Map<Integer, Protobuf.Field> config(byte[] message) {
        Map<Integer, Protobuf.Field> fields = new HashMap<>();
        try {
            Protobuf.read(message).forEach(field -> fields.put(field.number(), field));
            return fields;
        } catch (Protobuf.Malformed e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    private static String text(Map<Integer, Protobuf.Field> config, int number) {
        Protobuf.Field field = config.get(number);
        return field == null ? "" : field.text();
    }

    private void readDecks() {
        file.each(
                "select id, name from decks",
                row -> decks.put(row.number(1), row.text(2).replace(FIELD_SEPARATOR, LEVEL)));
    }

    private List<AnkiNote> notes() {
        List<AnkiNote> notes = new ArrayList<>();
        rows = 0;
        file.each("select id, guid, mid, flds, tags from notes order by id", row -> {
            String fields = row.text(4);
            String tags = row.text(5);
            count(fields.length() + tags.length());
            notes.add(new AnkiNote(
                    row.number(1),
                    row.text(2),
                    row.number(3),
                    List.of(fields.split(FIELD_SEPARATOR, -1)),
                    List.of(tags.strip().split("\\s+", -1))));
        });
        return notes;
    }

    private Map<Long, List<AnkiCard>> cards() {
        Map<Long, List<AnkiCard>> cards = new HashMap<>();
        rows = 0;
        file.each(
                "select id, nid, did, ord, mod, type, queue, due, ivl, lapses, left, odue, odid, flags from cards"
                        + " order by nid, ord",
                row -> {
                    count(0);
                    boolean filtered = row.number(13) != 0;
                    cards.computeIfAbsent(row.number(2), _ -> new ArrayList<>())
                            .add(new AnkiCard(
                                    row.number(1),
                                    filtered ? row.number(13) : row.number(3),
                                    whole(row.number(4)),
                                    row.number(5),
                                    whole(row.number(6)),
                                    whole(row.number(7)),
                                    filtered && row.number(12) != 0 ? row.number(12) : row.number(8),
                                    whole(row.number(9)),
                                    whole(row.number(10)),
                                    whole(row.number(11)),
                                    whole(row.number(14))));
                });
        return cards;
    }

    private Map<Long, List<AnkiReview>> reviews() {
        Map<Long, List<AnkiReview>> reviews = new LinkedHashMap<>();
        rows = 0;
        file.each("select id, cid, ease, ivl, factor, time, type from revlog order by id", row -> {
            count(0);
            reviews.computeIfAbsent(row.number(2), _ -> new ArrayList<>())
                    .add(new AnkiReview(
                            row.number(1),
                            row.number(2),
                            whole(row.number(3)),
                            row.number(4),
                            whole(row.number(5)),
                            whole(row.number(6)),
                            whole(row.number(7))));
        });
        return reviews;
    }

    private static int whole(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private void count(int length) {
        characters += length;
        rows++;
        if (characters > limits.characters() || rows > limits.rows()) {
            throw new InputException(
                    "anki-package-large",
                    "The package " + Quote.of(name) + " cannot be imported: its collection holds more than "
                            + limits.rows() + " rows of one kind, or " + limits.characters() + " characters.");
        }
    }

    private InputException schema(String why) {
        return new InputException(
                "anki-package-schema",
                "The package " + Quote.of(name) + " cannot be imported: " + why + "; export it from a current Anki.");
    }
}
