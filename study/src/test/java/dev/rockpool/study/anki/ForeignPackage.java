package dev.rockpool.study.anki;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Packages as Anki writes them, of all three versions, with note types that are not ours.
final class ForeignPackage {
    /// 04:00 in Berlin on 2026-09-01.
    static final long CREATED = Instant.parse("2026-09-01T02:00:00Z").getEpochSecond();

    static final long BASIC = 1_500_000_000_001L;
    static final long REVERSED = 1_500_000_000_002L;
    static final long CLOZE = 1_500_000_000_003L;
    static final long DECK = 1_500_000_000_100L;
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static final String DEFAULT_BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}";
    private static final Map<Long, Notetype> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(
                BASIC,
                new Notetype(
                        "Basic",
                        false,
                        List.of("Front", "Back"),
                        List.of(new Notetype.Template("Card 1", "{{Front}}", DEFAULT_BACK))));
        TYPES.put(
                REVERSED,
                new Notetype(
                        "Basic (and reversed card)",
                        false,
                        List.of("Front", "Back"),
                        List.of(
                                new Notetype.Template("Card 1", "{{Front}}", DEFAULT_BACK),
                                new Notetype.Template("Card 2", "{{Back}}", "{{FrontSide}}<hr id=answer>{{Front}}"))));
        TYPES.put(
                CLOZE,
                new Notetype(
                        "Cloze",
                        true,
                        List.of("Text", "Back Extra"),
                        List.of(new Notetype.Template("Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}"))));
    }

    private final List<List<Object>> notes = new ArrayList<>();
    private final List<List<Object>> cards = new ArrayList<>();
    private final List<List<Object>> reviews = new ArrayList<>();
    private final Map<String, byte[]> media = new LinkedHashMap<>();
    private String[] extra = {};

    /// Adds a note with a new card for each place.
    ForeignPackage note(long id, String guid, long type, String tags, List<String> fields, int... places) {
        notes.add(
                List.of(id, guid, type, CREATED, -1, tags, String.join("\u001f", fields), fields.getFirst(), 0, 0, ""));
        for (int place : places) {
            card(id + place, id, place, 0, 0, id % 1000, 0, 0, 0, 0);
        }
        return this;
    }

    ForeignPackage card(
            long id, long note, int ord, int type, int queue, long due, int ivl, int lapses, int left, int flags) {
        cards.removeIf(card -> card.getFirst().equals(id));
        cards.add(List.of(
                id, note, DECK, ord, CREATED, -1, type, queue, due, ivl, 2500, 0, lapses, left, 0, 0, flags, ""));
        return this;
    }

    ForeignPackage review(String at, long card, int ease, long ivl, int factor, int type) {
        reviews.add(List.of(Instant.parse(at).toEpochMilli(), card, -1, ease, ivl, 0, factor, 4_000, type));
        return this;
    }

    ForeignPackage medium(String name, byte[] bytes) {
        media.put(name, bytes);
        return this;
    }

    /// Runs statements on the collection when it is made.
    ForeignPackage with(String... statements) {
        extra = statements;
        return this;
    }

    Path write(Path file, AnkiPackage.Version version) {
        try {
            Path folder = Files.createTempDirectory("foreign");
            Path collection = folder.resolve("collection");
            boolean latest = version == AnkiPackage.Version.LATEST;
            try (SqliteFile sqlite = SqliteFile.create(collection)) {
                if (latest) {
                    schema18(sqlite);
                } else {
                    schema11(sqlite);
                }
                sqlite.insert("notes", notes);
                sqlite.insert("cards", cards);
                sqlite.insert("revlog", reviews);
                sqlite.execute(extra);
                sqlite.commit();
            }
            Map<String, byte[]> entries = new LinkedHashMap<>();
            byte[] bytes = Files.readAllBytes(collection);
            List<byte[]> files = List.copyOf(media.values());
            switch (version) {
                case LEGACY_1 -> entries.put("collection.anki2", bytes);
                case LEGACY_2 -> {
                    entries.put("meta", new byte[] {8, 2});
                    entries.put("collection.anki2", "dummy".getBytes(StandardCharsets.UTF_8));
                    entries.put("collection.anki21", bytes);
                }
                case LATEST -> {
                    entries.put("meta", new byte[] {8, 3});
                    entries.put("collection.anki2", "dummy".getBytes(StandardCharsets.UTF_8));
                    entries.put("collection.anki21b", compressed(bytes));
                }
            }
            for (int i = 0; i < files.size(); i++) {
                entries.put(Integer.toString(i), latest ? compressed(files.get(i)) : files.get(i));
            }
            entries.put("media", latest ? compressed(mediaProtobuf()) : mediaJson());
            Arrival.delete(folder);
            return zip(file, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(bytes);
        }
        return out.toByteArray();
    }

    private byte[] mediaJson() {
        Map<String, String> names = new LinkedHashMap<>();
        media.keySet().forEach(name -> names.put(Integer.toString(names.size()), name));
        return new JsonMapper().writeValueAsBytes(names);
    }

    private byte[] mediaProtobuf() {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        media.forEach((name, bytes) -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            field(entry, 1, name.getBytes(StandardCharsets.UTF_8));
            entry.write(2 << 3);
            varint(entry, bytes.length);
            field(entry, 3, OutgoingNotes.sha1(bytes));
            field(entries, 1, entry.toByteArray());
        });
        return entries.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
        varint(out, (long) number << 3 | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while (left > 0x7f) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static void schema11(SqliteFile sqlite) {
        sqlite.execute(Schema11.TABLES);
        Map<String, Object> models = new LinkedHashMap<>();
        TYPES.forEach((id, type) -> models.put(
                Long.toString(id),
                Map.of(
                        "name", type.name(),
                        "type", type.cloze() ? 1 : 0,
                        "flds",
                                type.fields().stream()
                                        .map(name -> Map.of("name", name))
                                        .toList(),
                        "tmpls",
                                type.templates().stream()
                                        .map(template -> Map.of(
                                                "name", template.name(),
                                                "qfmt", template.question(),
                                                "afmt", template.answer()))
                                        .toList())));
        JsonMapper json = new JsonMapper();
        sqlite.insert(
                "col",
                List.of(List.of(
                        1,
                        CREATED,
                        0,
                        0,
                        11,
                        0,
                        0,
                        0,
                        "{\"creationOffset\":-120}",
                        json.writeValueAsString(models),
                        json.writeValueAsString(Map.of(
                                Long.toString(DECK),
                                Map.of("name", "Languages::Español"),
                                "1",
                                Map.of("name", "Default"))),
                        "{}",
                        "{}")));
    }

    /// rslib/src/storage/upgrades/schema14_upgrade.sql to schema18_upgrade.sql, shortened to what is read.
    private static void schema18(SqliteFile sqlite) {
        sqlite.execute(Schema11.TABLES);
        sqlite.execute(
                "create table decks (id integer primary key not null, name text not null collate unicase,"
                        + " mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null)",
                "create unique index idx_decks_name on decks (name)",
                "create table notetypes (id integer not null primary key, name text not null collate unicase,"
                        + " mtime_secs integer not null, usn integer not null, config blob not null)",
                "create unique index idx_notetypes_name on notetypes (name)",
                "create table fields (ntid integer not null, ord integer not null, name text not null collate unicase,"
                        + " config blob not null, primary key (ntid, ord)) without rowid",
                "create unique index idx_fields_name_ntid on fields (name, ntid)",
                "create table templates (ntid integer not null, ord integer not null, name text not null"
                        + " collate unicase, mtime_secs integer not null, usn integer not null, config blob not null,"
                        + " primary key (ntid, ord)) without rowid",
                "create table config (key text not null primary key, usn integer not null,"
                        + " mtime_secs integer not null, val blob not null) without rowid",
                "create table tags (tag text not null primary key collate unicase, usn integer not null,"
                        + " collapsed boolean not null, config blob null) without rowid");
        sqlite.insert("col", List.of(List.of(1, CREATED, 0, 0, 18, 0, 0, 0, "", "", "", "", "")));
        sqlite.insert("config", List.of(List.of("creationOffset", 0, 0, "-120".getBytes(StandardCharsets.UTF_8))));
        sqlite.insert(
                "decks",
                List.of(
                        List.of(1, "Default", 0, 0, new byte[0], new byte[0]),
                        List.of(DECK, "Languages\u001fEspañol", 0, 0, new byte[0], new byte[0])));
        TYPES.forEach((id, type) -> {
            sqlite.insert(
                    "notetypes",
                    List.of(List.of(id, type.name(), 0, 0, type.cloze() ? new byte[] {8, 1, 16, 0} : new byte[0])));
            for (int i = 0; i < type.fields().size(); i++) {
                sqlite.insert("fields", List.of(List.of(id, i, type.fields().get(i), new byte[0])));
            }
            for (int i = 0; i < type.templates().size(); i++) {
                ByteArrayOutputStream config = new ByteArrayOutputStream();
                field(config, 1, type.templates().get(i).question().getBytes(StandardCharsets.UTF_8));
                field(config, 2, type.templates().get(i).answer().getBytes(StandardCharsets.UTF_8));
                sqlite.insert(
                        "templates",
                        List.of(List.of(id, i, type.templates().get(i).name(), 0, 0, config.toByteArray())));
            }
        });
    }
}
