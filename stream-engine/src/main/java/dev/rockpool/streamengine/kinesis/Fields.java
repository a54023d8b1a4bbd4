package dev.rockpool.streamengine.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members of a structure of a request, each of the type of its shape: `String`, `Integer`, `Boolean`, `Instant`,
/// `byte[]`, `List`, `Map`, [Fields]. Those that are required and were checked ([Constraints]) are read without
/// asking.
final class Fields {
    private final Shape.Structure shape;
    private final @Nullable Object[] values;

    Fields(Shape.Structure shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    @Nullable
    Object at(int place) {
        return values[place];
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        int place = shape.place(name);
        if (place < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(values[place]).map(type::cast);
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("The member " + name + " is read as if it were required");
    }

    boolean has(String name) {
        return find(name, Object.class).isPresent();
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> findText(String name) {
        return find(name, String.class);
    }

    int number(String name) {
        return findNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> findNumber(String name) {
        return find(name, Integer.class);
    }

    boolean flag(String name) {
        return find(name, Boolean.class).orElse(false);
    }

    Optional<Instant> findTime(String name) {
        return find(name, Instant.class);
    }

    byte[] bytes(String name) {
        return find(name, byte[].class).orElseThrow(() -> missing(name));
    }

    Fields structure(String name) {
        return findStructure(name).orElseThrow(() -> missing(name));
    }

    Optional<Fields> findStructure(String name) {
        return find(name, Fields.class);
    }

    List<Fields> structures(String name) {
        return list(name).stream().map(Fields.class::cast).toList();
    }

    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    private List<?> list(String name) {
        List<?> list = find(name, List.class).orElseThrow(() -> missing(name));
        return list;
    }

    /// The names and values of a map; empty where it is absent.
    @SuppressWarnings("unchecked") // a map of a request is read as texts by texts
    Map<String, String> map(String name) {
        return (Map<String, String>) find(name, Map.class).orElse(Map.of());
    }
}
