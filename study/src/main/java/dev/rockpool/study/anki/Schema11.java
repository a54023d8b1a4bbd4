package dev.rockpool.study.anki;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A collection as all Ankis since 2.1 read it (rslib/src/storage/schema11.sql): the tables, and the JSON of the row
/// that describes decks, note types and options.
final class Schema11 {
    static final int VERSION = 11;

    static final String[] TABLES = {
        "create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,"
                + " ver integer not null, dty integer not null, usn integer not null, ls integer not null,"
                + " conf text not null, models text not null, decks text not null, dconf text not null,"
                + " tags text not null)",
        "create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,"
                + " usn integer not null, tags text not null, flds text not null, sfld integer not null,"
                + " csum integer not null, flags integer not null, data text not null)",
        "create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,"
                + " mod integer not null, usn integer not null, type integer not null, queue integer not null,"
                + " due integer not null, ivl integer not null, factor integer not null, reps integer not null,"
                + " lapses integer not null, left integer not null, odue integer not null, odid integer not null,"
                + " flags integer not null, data text not null)",
        "create table revlog (id integer primary key, cid integer not null, usn integer not null,"
                + " ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,"
                + " time integer not null, type integer not null)",
        "create table graves (usn integer not null, oid integer not null, type integer not null)",
        "create index ix_notes_usn on notes (usn)",
        "create index ix_cards_usn on cards (usn)",
        "create index ix_revlog_usn on revlog (usn)",
        "create index ix_cards_nid on cards (nid)",
        "create index ix_cards_sched on cards (did, queue, due)",
        "create index ix_revlog_cid on revlog (cid)",
        "create index ix_notes_csum on notes (csum)"
    };

    private static final JsonMapper JSON = new JsonMapper();
    private static final long DEFAULT = 1;

    private Schema11() {}

    /// The only row of `col`.
    ///
    /// @param created when the first study day began
    /// @param decks names by id
    static List<Object> col(Instant created, Instant now, ZoneId zone, int rolloverHour, Map<Long, String> decks) {
        return List.of(
                1,
                created.getEpochSecond(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                VERSION,
                0,
                0,
                0,
                json(conf(created, now, zone, rolloverHour)),
                json(models(now)),
                json(decks(decks, now)),
                json(Map.of("1", deckOptions())),
                "{}");
    }

    private static String json(Map<String, ?> value) {
        return JSON.writeValueAsString(value);
    }

    private static Map<String, Object> conf(Instant created, Instant now, ZoneId zone, int rolloverHour) {
        Map<String, Object> conf = new LinkedHashMap<>();
        conf.put("activeDecks", List.of(DEFAULT));
        conf.put("addToCur", true);
        conf.put("collapseTime", 1200);
        conf.put("curDeck", DEFAULT);
        conf.put("curModel", Long.toString(OwnNotetype.BASIC.id()));
        conf.put("dueCounts", true);
        conf.put("estTimes", true);
        conf.put("newBury", true);
        conf.put("newSpread", 0);
        conf.put("nextPos", 1);
        conf.put("sortBackwards", false);
        conf.put("sortType", "noteFld");
        conf.put("timeLim", 0);
        conf.put("schedVer", 2);
        conf.put("sched2021", true);
        conf.put("rollover", rolloverHour);
        conf.put("creationOffset", minutesWest(created, zone));
        conf.put("localOffset", minutesWest(now, zone));
        conf.put("fsrs", true);
        return conf;
    }

    private static int minutesWest(Instant instant, ZoneId zone) {
        return -zone.getRules().getOffset(instant).getTotalSeconds() / 60;
    }

    private static Map<String, Object> models(Instant now) {
        Map<String, Object> models = new LinkedHashMap<>();
        for (OwnNotetype own : OwnNotetype.ALL) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("id", own.id());
            model.put("name", own.notetype().name());
            model.put("type", own.notetype().cloze() ? 1 : 0);
            model.put("mod", now.getEpochSecond());
            model.put("usn", -1);
            model.put("sortf", 0);
            model.put("did", DEFAULT);
            model.put("tmpls", templates(own.notetype()));
            model.put("flds", fields(own.notetype()));
            model.put("css", OwnNotetype.CSS);
            model.put("latexPre", "\\documentclass{article}\\begin{document}");
            model.put("latexPost", "\\end{document}");
            model.put("latexsvg", false);
            model.put("req", List.of(List.of(0, "any", List.of(0))));
            model.put("tags", List.of());
            model.put("vers", List.of());
            models.put(Long.toString(own.id()), model);
        }
        return models;
    }

    private static List<Map<String, Object>> templates(Notetype notetype) {
        List<Map<String, Object>> templates = new ArrayList<>();
        for (Notetype.Template template : notetype.templates()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", template.name());
            entry.put("ord", templates.size());
            entry.put("qfmt", template.question());
            entry.put("afmt", template.answer());
            entry.put("bqfmt", "");
            entry.put("bafmt", "");
            entry.put("did", null);
            entry.put("bfont", "");
            entry.put("bsize", 0);
            templates.add(entry);
        }
        return templates;
    }

    private static List<Map<String, Object>> fields(Notetype notetype) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (String name : notetype.fields()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("ord", fields.size());
            entry.put("sticky", false);
            entry.put("rtl", false);
            entry.put("font", "Arial");
            entry.put("size", 20);
            entry.put("media", List.of());
            fields.add(entry);
        }
        return fields;
    }

    private static Map<String, Object> decks(Map<Long, String> names, Instant now) {
        Map<String, Object> decks = new LinkedHashMap<>();
        decks.put("1", deck(DEFAULT, "Default", now));
        names.forEach((id, name) -> decks.put(Long.toString(id), deck(id, name, now)));
        return decks;
    }

    private static Map<String, Object> deck(long id, String name, Instant now) {
        Map<String, Object> deck = new LinkedHashMap<>();
        deck.put("id", id);
        deck.put("name", name);
        deck.put("mod", now.getEpochSecond());
        deck.put("usn", -1);
        deck.put("lrnToday", List.of(0, 0));
        deck.put("revToday", List.of(0, 0));
        deck.put("newToday", List.of(0, 0));
        deck.put("timeToday", List.of(0, 0));
        deck.put("collapsed", false);
        deck.put("browserCollapsed", false);
        deck.put("desc", "");
        deck.put("dyn", 0);
        deck.put("conf", 1);
        deck.put("extendNew", 0);
        deck.put("extendRev", 0);
        return deck;
    }

    private static Map<String, Object> deckOptions() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("id", 1);
        options.put("name", "Default");
        options.put("mod", 0);
        options.put("usn", 0);
        options.put("maxTaken", 60);
        options.put("autoplay", true);
        options.put("timer", 0);
        options.put("replayq", true);
        options.put("dyn", false);
        options.put(
                "new",
                Map.of(
                        "bury",
                        true,
                        "delays",
                        List.of(1.0, 10.0),
                        "initialFactor",
                        2500,
                        "ints",
                        List.of(1, 4, 0),
                        "order",
                        1,
                        "perDay",
                        20,
                        "separate",
                        true));
        options.put(
                "rev",
                Map.of(
                        "bury",
                        true,
                        "ease4",
                        1.3,
                        "ivlFct",
                        1.0,
                        "maxIvl",
                        36500,
                        "perDay",
                        200,
                        "hardFactor",
                        1.2,
                        "fuzz",
                        0.05,
                        "minSpace",
                        1));
        options.put(
                "lapse", Map.of("delays", List.of(10.0), "leechAction", 1, "leechFails", 8, "minInt", 1, "mult", 0.0));
        return options;
    }
}
