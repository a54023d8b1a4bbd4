package dev.rockpool.lifecycle;

import dev.rockpool.lifecycle.LifecycleFault.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one element, read by name; what does not fit the schema becomes a fault.
final class ElementFields {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    private final Element element;
    private final String rule;
    private final String path;
    private final List<LifecycleFault> faults;

    private ElementFields(Element element, String rule, String path, List<LifecycleFault> faults) {
        this.element = element;
        this.rule = rule;
        this.path = path;
        this.faults = faults;
    }

    /// The fields of `element`, which may have the children `known`, each once unless it is in `repeated`.
    static ElementFields of(
            Element element,
            String rule,
            String path,
            List<LifecycleFault> faults,
            List<String> known,
            List<String> repeated) {
        ElementFields fields = new ElementFields(element, rule, path, faults);
        boolean isEmptyXml =
                element.kind() == Element.Kind.XML_TEXT && element.text().isBlank();
        if (element.kind() != Element.Kind.FIELDS && !isEmptyXml) {
            fields.malformed("");
        }
        Set<String> seen = new HashSet<>();
        for (Element child : element.children()) {
            boolean isKnown = known.contains(child.name()) && seen.add(child.name());
            if (!isKnown && !repeated.contains(child.name())) {
                fields.malformed(child.name());
            }
        }
        return fields;
    }

    /// Records a fault of a field of this element; empty for the element itself.
    void fault(String field, Code code, String message) {
        faults.add(new LifecycleFault(rule, join(path, field), code, message));
    }

    void malformed(String field) {
        fault(field, Code.MalformedXML, LifecycleFault.MALFORMED);
    }

    boolean has(String name) {
        return child(name).isPresent();
    }

    Optional<Element> child(String name) {
        return element.all(name).stream().findFirst();
    }

    List<Element> all(String name) {
        return element.all(name);
    }

    /// The path of a field of this element.
    String path(String name) {
        return join(path, name);
    }

    /// The path of a field of this element that may be repeated, as the JSON form names it.
    String path(String jsonName, int at) {
        return join(path, jsonName + "[" + at + "]");
    }

    List<LifecycleFault> faults() {
        return faults;
    }

    String rule() {
        return rule;
    }

    Optional<String> text(String name) {
        return leaf(name, Element.Kind.STRING, Function.identity());
    }

    OptionalInt integer(String name) {
        Optional<Integer> value = leaf(name, Element.Kind.NUMBER, text -> {
            long whole = whole(text);
            return whole == (int) whole ? (int) whole : null;
        });
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    OptionalLong longInteger(String name) {
        Optional<Long> value = leaf(name, Element.Kind.NUMBER, ElementFields::whole);
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    Optional<Boolean> bool(String name) {
        return leaf(name, Element.Kind.BOOLEAN, text -> switch (text) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw new NumberFormatException(text);
        });
    }

    Optional<Instant> time(String name) {
        return leaf(name, Element.Kind.STRING, ElementFields::instant);
    }

    private <T> Optional<T> leaf(String name, Element.Kind kind, Function<String, @Nullable T> read) {
        Optional<Element> child = child(name);
        if (child.isEmpty()) {
            return Optional.empty();
        }
        Element leaf = child.get();
        if (leaf.kind() == kind || leaf.kind() == Element.Kind.XML_TEXT) {
            try {
                boolean trimmed = kind != Element.Kind.STRING;
                T value = read.apply(trimmed ? leaf.text().trim() : leaf.text());
                if (value != null) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException | DateTimeException e) {
                malformed(name);
                return Optional.empty();
            }
        }
        malformed(name);
        return Optional.empty();
    }

    private static long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(text);
    }

    /// ISO 8601: a date, which means its midnight UTC, or a time with an offset.
    private static Instant instant(String text) {
        String written = text.trim();
        return written.indexOf('T') < 0
                ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(written).toInstant();
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
    }
}
