package dev.rockpool.quiz.activity;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a student hands in, as one JSON file.
///
/// @param activity the activity's id
/// @param journal what was done
/// @param right how many of `of` the app told the student are right; nothing is built on it
/// @param of how many there are
public record HandIn(String activity, Journal journal, int right, int of) {
    /// How its file ends.
    public static final String ENDING = ".handin.json";

    /// The code of what is wrong with a file.
    public static final String CODE = "activity-hand-in";

    private static final String FORM = "activity-1";
    private static final long LARGEST = 4L << 20;
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_SEAL = 64;
    private static final int MOST = 50;

    /// As a file.
    public String text() {
        ObjectNode json = LabJson.object();
        json.put("rockpool", FORM);
        json.put("activity", activity);
        json.put("edition", journal.edition());
        json.put("student", journal.student());
        json.put("right", right);
        json.put("of", of);
        ArrayNode acts = json.putArray("journal");
        for (Act act : journal.acts()) {
            ObjectNode each = acts.addObject();
            each.put("at", act.at().toString());
            each.put("act", act.kind().word());
            each.put("item", act.item());
            each.put("value", act.value());
            each.put("seal", act.seal());
        }
        return LabJson.pretty(json) + "\n";
    }

    /// Reads a file.
    ///
    /// @throws InputException naming the file and what is wrong with it
    public static HandIn read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(CODE, name + " is longer than 4 MiB, which no handed-in file is.");
            }
            // A decoder of its own: the usual ones replace bad bytes without a word.
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new InputException(CODE, name + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new InputException(CODE, name + " cannot be read: check its rights.", e);
        }
    }

    /// Reads the text of a file.
    ///
    /// @param name the file's
    /// @throws InputException naming the file and what is wrong with it
    public static HandIn parse(String name, String text) {
        try {
            JsonNode json = LabJson.parse(name, text);
            JsonFields fields = JsonFields.of(
                    "", json, List.of("rockpool", "activity", "edition", "student", "right", "of", "journal"));
            fields.word("rockpool", List.of(FORM), Optional.empty());
            return new HandIn(
                    bounded(fields, "activity", LONGEST_TEXT),
                    new Journal(
                            bounded(fields, "edition", LONGEST_SEAL),
                            bounded(fields, "student", Journal.LONGEST_NAME),
                            fields.items("journal", Journal.MOST_ACTS, HandIn::act)),
                    (int) fields.whole("right", 0, MOST),
                    (int) fields.whole("of", 0, MOST));
        } catch (InputException e) {
            throw new InputException(
                    CODE, name + " is no handed-in file: " + Quote.of(e.sentence()) + " Ask for it again.", e);
        }
    }

    private static Act act(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, List.of("at", "act", "item", "value", "seal"));
        String word = fields.word(
                "act", Arrays.stream(Act.Kind.values()).map(Act.Kind::word).toList(), Optional.empty());
        return new Act(
                at(fields),
                Act.Kind.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)),
                bounded(fields, "item", LONGEST_TEXT),
                bounded(fields, "value", Act.LONGEST_VALUE),
                bounded(fields, "seal", LONGEST_SEAL));
    }

    private static Instant at(JsonFields fields) {
        try {
            return Instant.parse(fields.text("at"));
        } catch (DateTimeException _) {
            throw JsonFields.fault(fields.path("at") + " is no time such as 2026-11-27T09:00:00Z");
        }
    }

    private static String bounded(JsonFields fields, String name, int longest) {
        String text = fields.text(name);
        if (text.length() > longest) {
            throw JsonFields.fault(fields.path(name) + " has " + text.length() + " characters, it may have " + longest);
        }
        return text;
    }
}
