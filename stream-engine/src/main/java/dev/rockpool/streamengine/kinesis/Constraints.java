package dev.rockpool.streamengine.kinesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Holds a request against its shape, and words what does not fit as the service does, ten faults at most
/// (mhart/kinesalite, `validations/index.js`; API reference, *ValidationException*).
final class Constraints {
    private static final int MOST_FAULTS = 10;
    private static final String ENTRY = "com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry@c965e310";

    private final List<String> faults = new ArrayList<>(0);

    private Constraints() {}

    /// Refuses `request` if it does not fit `shape`.
    ///
    /// @throws KinesisError `ValidationException`
    static void check(Shape.Structure shape, Fields request) {
        Constraints constraints = new Constraints();
        constraints.structure("", shape, request);
        List<String> faults = constraints.faults;
        if (!faults.isEmpty()) {
            throw KinesisError.validation(faults.size() + " validation error" + (faults.size() > 1 ? "s" : "")
                    + " detected: " + String.join("; ", faults));
        }
    }

    private void structure(String parent, Shape.Structure shape, Fields fields) {
        List<Shape.Member> members = shape.members();
        for (int place = 0; place < members.size() && faults.size() < MOST_FAULTS; place++) {
            Shape.Member member = members.get(place);
            Object value = fields.at(place);
            if (value == null) {
                if (member.required()) {
                    fault("null", parent + member.label(), "Member must not be null");
                }
            } else {
                value(parent, member.label(), member.shape(), value);
            }
        }
    }

    private void value(String parent, String label, Shape shape, Object value) {
        switch (shape) {
            case Shape.Text text -> text(parent + label, text, (String) value);
            case Shape.Whole(Shape.Bounds bounds) -> {
                if (!bounds.holds((Integer) value)) {
                    bounds(bounds, (Integer) value, "value", quoted(value), parent + label);
                }
            }
            case Shape.Blob(Shape.Bounds bounds) -> {
                int length = ((byte[]) value).length;
                if (!bounds.holds(length)) {
                    String shown = "'java.nio.HeapByteBuffer[pos=0 lim=" + length + " cap=" + length + "]'";
                    bounds(bounds, length, "length", shown, parent + label);
                }
            }
            case Shape.Sequence sequence -> sequence(parent + label, sequence, (List<?>) value);
            case Shape.Dictionary dictionary -> dictionary(parent + label, dictionary, (Map<?, ?>) value);
            case Shape.Structure structure -> structure(parent + label + ".", structure, (Fields) value);
            case Shape.Flag _, Shape.Time _ -> {
                // any
            }
        }
    }

    private void text(String name, Shape.Text shape, String text) {
        if (!shape.words().isEmpty() && !shape.words().contains(text)) {
            fault(quoted(text), name, oneOf(shape));
        }
        long length = length(text);
        if (!shape.length().holds(length)) {
            bounds(shape.length(), length, "length", quoted(text), name);
        }
        if (shape.pattern().isPresent() && !shape.pattern().get().matcher(text).matches()) {
            fault(
                    quoted(text),
                    name,
                    "Member must satisfy regular expression pattern: "
                            + shape.pattern().get().pattern());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void sequence(String name, Shape.Sequence shape, List<?> elements) {
        if (!shape.length().holds(elements.size())) {
            bounds(shape.length(), elements.size(), "length", shown(elements), name);
        }
        switch (shape.element()) {
            case Shape.Structure structure -> {
                for (int at = 0; at < elements.size() && faults.size() < MOST_FAULTS; at++) {
                    structure(name + "." + (at + 1) + ".member.", structure, (Fields) elements.get(at));
                }
            }
            case Shape.Text text -> {
                if (elements.stream().anyMatch(element -> !fits(text, (String) element))) {
                    fault(shown(elements), name, "Member must satisfy constraint: " + constraint(text));
                }
            }
            case Shape.Whole _, Shape.Flag _, Shape.Time _, Shape.Blob _, Shape.Sequence _, Shape.Dictionary _ ->
                throw new IllegalStateException("No request has a list of such elements");
        }
    }

    private void dictionary(String name, Shape.Dictionary shape, Map<?, ?> entries) {
        String shown = "'" + entries + "'";
        if (!shape.length().holds(entries.size())) {
            bounds(shape.length(), entries.size(), "length", shown, name);
        }
        if (entries.keySet().stream().anyMatch(key -> !fits(shape.key(), (String) key))) {
            fault(shown, name, "Map keys must satisfy constraint: " + constraint(shape.key()));
        }
        if (entries.values().stream().anyMatch(value -> !fits(shape.value(), (String) value))) {
            fault(shown, name, "Map value must satisfy constraint: " + constraint(shape.value()));
        }
    }

    private static boolean fits(Shape.Text shape, String text) {
        return shape.length().holds(length(text))
                && (shape.words().isEmpty() || shape.words().contains(text))
                && shape.pattern()
                        .map(pattern -> pattern.matcher(text).matches())
                        .orElse(true);
    }

    private static String constraint(Shape.Text shape) {
        List<String> parts = new ArrayList<>();
        if (shape.length().hasMost()) {
            parts.add("Member must have length less than or equal to "
                    + shape.length().most());
        }
        if (shape.length().hasLeast()) {
            parts.add("Member must have length greater than or equal to "
                    + shape.length().least());
        }
        shape.pattern()
                .ifPresent(
                        pattern -> parts.add("Member must satisfy regular expression pattern: " + pattern.pattern()));
        if (!shape.words().isEmpty()) {
            parts.add(oneOf(shape));
        }
        return "[" + String.join(", ", parts) + "]";
    }

    private static String oneOf(Shape.Text shape) {
        return "Member must satisfy enum value set: [" + String.join(", ", shape.words()) + "]";
    }

    private void bounds(Shape.Bounds bounds, long number, String what, String shown, String name) {
        String sentence = number < bounds.least()
                ? String.format(Locale.ROOT, "Member must have %s greater than or equal to %d", what, bounds.least())
                : String.format(Locale.ROOT, "Member must have %s less than or equal to %d", what, bounds.most());
        fault(shown, name, sentence);
    }

    private void fault(String shown, String name, String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add("Value " + shown + " at '" + name + "' failed to satisfy constraint: " + sentence);
        }
    }

    private static String quoted(Object value) {
        return "'" + value + "'";
    }

    private static String shown(List<?> elements) {
        List<String> texts = elements.stream()
                .map(element -> element instanceof String text ? text : ENTRY)
                .toList();
        return "'" + texts + "'";
    }
}
