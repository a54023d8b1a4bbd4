package dev.rockpool.platform;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An event as fields and as a sentence for a person. Sentences stand in `events.properties`, named like the event's
/// class; a field of the event stands in braces.
final class EventSentence {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.rockpool.platform.events");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private EventSentence() {}

    /// The fields of an event in their order, without its time; those without a value left out.
    static SequencedMap<String, Object> fields(Record event) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(event, component);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> fields.put(component.getName(), simple(present)));
            } else if (!component.getName().equals("at")) {
                fields.put(component.getName(), simple(value));
            }
        }
        return fields;
    }

    /// The event told in a sentence.
    static String of(Record event) {
        Map<String, Object> fields = fields(event);
        String name = event.getClass().getSimpleName();
        String pattern = TEXTS.containsKey(name) ? TEXTS.getString(name) : name;
        Matcher matcher = FIELD.matcher(pattern);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(fields.getOrDefault(found.group(1), ""))));
    }

    private static Object simple(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case Instant at -> at.truncatedTo(ChronoUnit.MILLIS).toString();
            default -> value.toString();
        };
    }

    private static Object value(Record event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Events are public records", failure);
        }
    }
}
