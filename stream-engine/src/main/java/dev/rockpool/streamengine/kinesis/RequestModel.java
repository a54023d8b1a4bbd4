package dev.rockpool.streamengine.kinesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the request of each operation may hold, read from `requests.model`; that file says its own form.
final class RequestModel {
    private static final Pattern SHAPE_LINE = Pattern.compile("(\\w+) = (\\w+) ?(.*)");
    private static final Pattern OPERATION_LINE = Pattern.compile("(\\w+):(.*)");
    private static final Pattern BOUNDS = Pattern.compile("(-?\\d*)\\.\\.(-?\\d*)");

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<Operation, Shape.Structure> requests = new EnumMap<>(Operation.class);

    private RequestModel() {}

    /// The service's.
    static RequestModel load() {
        RequestModel model = new RequestModel();
        try (InputStream stream = RequestModel.class.getResourceAsStream("requests.model")) {
            if (stream == null) {
                throw new IllegalStateException("requests.model is not on the class path");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(model::line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return model;
    }

    /// What `operation` takes.
    Shape.Structure request(Operation operation) {
        Shape.Structure request = requests.get(operation);
        if (request == null) {
            throw new IllegalStateException("requests.model does not say what " + operation + " takes");
        }
        return request;
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher shape = SHAPE_LINE.matcher(line);
        Matcher operation = OPERATION_LINE.matcher(line);
        if (shape.matches()) {
            shapes.put(shape.group(1), shape(shape.group(2), shape.group(3)));
        } else if (operation.matches()) {
            requests.put(Operation.valueOf(operation.group(1)), structure(operation.group(2)));
        } else {
            throw new IllegalStateException("requests.model has the line " + line);
        }
    }

    private Shape shape(String kind, String rest) {
        List<String> words = words(rest);
        return switch (kind) {
            case "text" -> text(rest);
            case "integer" -> new Shape.Whole(bounds(rest));
            case "flag" -> new Shape.Flag();
            case "time" -> new Shape.Time();
            case "blob" -> new Shape.Blob(bounds(rest));
            case "list" -> new Shape.Sequence(words.getFirst(), find(words.getFirst()), bounds(words.get(1)));
            case "map" -> new Shape.Dictionary(textOf(words.get(0)), textOf(words.get(1)), bounds(words.get(2)));
            case "structure" -> structure(rest);
            default -> throw new IllegalStateException("requests.model names the shape " + kind);
        };
    }

    private static Shape.Text text(String rest) {
        if (rest.startsWith("{")) {
            return new Shape.Text(Shape.Bounds.NONE, Optional.empty(), words(rest.substring(1, rest.length() - 1)));
        }
        int slash = rest.indexOf('/');
        Optional<Pattern> pattern = slash < 0
                ? Optional.empty()
                : Optional.of(Pattern.compile(rest.substring(slash + 1, rest.length() - 1)));
        return new Shape.Text(bounds(slash < 0 ? rest : rest.substring(0, slash)), pattern, List.of());
    }

    private Shape.Structure structure(String rest) {
        List<Shape.Member> members = new ArrayList<>();
        for (String word : words(rest)) {
            boolean isRequired = word.endsWith("!");
            String plain = isRequired ? word.substring(0, word.length() - 1) : word;
            int colon = plain.indexOf(':');
            String name = colon < 0 ? plain : plain.substring(0, colon);
            members.add(new Shape.Member(name, label(name), find(plain.substring(colon + 1)), isRequired));
        }
        return new Shape.Structure(members);
    }

    private static String label(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private Shape find(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("requests.model uses the shape " + name + " before it says what it is");
        }
        return shape;
    }

    private Shape.Text textOf(String name) {
        return find(name) instanceof Shape.Text text ? text : text(name);
    }

    private static Shape.Bounds bounds(String text) {
        Matcher matcher = BOUNDS.matcher(text.strip());
        if (!matcher.matches()) {
            return Shape.Bounds.NONE;
        }
        return new Shape.Bounds(
                matcher.group(1).isEmpty() ? Long.MIN_VALUE : Long.parseLong(matcher.group(1)),
                matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" +", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
