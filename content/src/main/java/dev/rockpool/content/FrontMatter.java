package dev.rockpool.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The YAML between two `---` lines at the head of a file.
///
/// YAML is read in its JSON schema, which knows texts, numbers, booleans, lists and mappings and can make no other
/// object. Size and depth are bounded and aliases refused, so that a small text cannot stand for a large one.
///
/// @param fields the fields in order; of values that are null an empty text
/// @param bodyIndex index of the first line behind it
record FrontMatter(Map<String, Object> fields, int bodyIndex) {
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int DEEPEST_NESTING = 16;
    private static final String FENCE = "---";
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(1)
            .setAllowDuplicateKeys(false)
            .setAllowNonScalarKeys(false)
            .build();

    static Optional<FrontMatter> read(String file, List<String> lines, List<Finding> findings) {
        if (!lines.getFirst().stripTrailing().equals(FENCE)) {
            findings.add(
                    Rule.FRONT_MATTER.at(
                            file,
                            1,
                            "A deck starts with front matter between two lines \"---\" that names deck, topic and title; add it."));
            return Optional.empty();
        }
        int end = 1;
        int length = 0;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(FENCE)) {
            length += lines.get(end).length() + 1;
            end++;
        }
        if (end == lines.size()) {
            findings.add(Rule.FRONT_MATTER.at(file, 1, "The front matter is not closed; end it with a line \"---\"."));
            return Optional.empty();
        }
        if (length > MOST_CHARACTERS) {
            findings.add(Rule.FRONT_MATTER.at(
                    file, 1, "The front matter has " + length + " characters; the most is " + MOST_CHARACTERS + "."));
            return Optional.empty();
        }
        String yaml = String.join("\n", lines.subList(1, end)) + "\n";
        int bodyIndex = end + 1;
        try {
            Optional<Finding> refused = refuse(file, yaml);
            if (refused.isPresent()) {
                findings.add(refused.get());
                return Optional.empty();
            }
            if (new Load(SETTINGS).loadFromString(yaml) instanceof Map<?, ?> map) {
                return Optional.of(new FrontMatter(frozenMap(map), bodyIndex));
            }
            findings.add(Rule.FRONT_MATTER.at(
                    file, 2, "The front matter must be lines of the form \"name: value\"; rewrite it so."));
        } catch (MarkedYamlEngineException fault) {
            int line = fault.getProblemMark().map(Mark::getLine).orElse(0) + 2;
            findings.add(Rule.FRONT_MATTER.at(
                    file,
                    line,
                    "This line of the front matter is not YAML (" + oneLine(fault.getProblem())
                            + "); a value with a colon or a special sign belongs in quotation marks."));
        } catch (YamlEngineException fault) {
            findings.add(Rule.FRONT_MATTER.at(
                    file, 2, "The front matter is not YAML (" + oneLine(fault.getMessage()) + ")."));
        }
        return Optional.empty();
    }

    /// What would make a value that is far larger or deeper than its text.
    private static Optional<Finding> refuse(String file, String yaml) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 2;
            switch (event) {
                case AliasEvent _ -> {
                    return Optional.of(Rule.FRONT_MATTER.at(
                            file, line, "The front matter must not use aliases (\"*name\"); write the value out."));
                }
                case CollectionStartEvent _ -> {
                    depth++;
                    if (depth > DEEPEST_NESTING) {
                        return Optional.of(Rule.FRONT_MATTER.at(
                                file,
                                line,
                                "The front matter is nested deeper than " + DEEPEST_NESTING + " levels; flatten it."));
                    }
                }
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> frozenMap(Map<?, ?> map) {
        Map<String, Object> frozen = new LinkedHashMap<>();
        map.forEach((key, value) -> frozen.put(String.valueOf(key), frozen(value)));
        return Collections.unmodifiableMap(frozen);
    }

    private static Object frozen(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> frozenMap(map);
            case Iterable<?> list -> {
                List<Object> frozen = new ArrayList<>();
                list.forEach(element -> frozen.add(frozen(element)));
                yield Collections.unmodifiableList(frozen);
            }
            default -> value;
        };
    }

    private static String oneLine(@Nullable String message) {
        if (message == null) {
            return "unreadable";
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
