package dev.rockpool.objectstore.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The parameters of a request's query, decoded, in the order sent; the first of a name counts.
final class Query {
    private static final Query EMPTY = new Query(List.of(), List.of());

    private final List<String> names;
    private final List<String> values;

    private Query(List<String> names, List<String> values) {
        this.names = names;
        this.values = values;
    }

    /// The parameters of a raw query.
    ///
    /// @throws S3Error `InvalidURI`
    static Query parse(String raw) {
        if (raw.isEmpty()) {
            return EMPTY;
        }
        List<String> names = new ArrayList<>(4);
        List<String> values = new ArrayList<>(4);
        int from = 0;
        while (from <= raw.length()) {
            int end = raw.indexOf('&', from);
            end = end < 0 ? raw.length() : end;
            if (end > from) {
                int equals = raw.indexOf('=', from);
                boolean valued = equals >= 0 && equals < end;
                names.add(Percent.decode(raw.substring(from, valued ? equals : end), true));
                values.add(valued ? Percent.decode(raw.substring(equals + 1, end), true) : "");
            }
            from = end + 1;
        }
        return new Query(names, values);
    }

    /// The names, in the order sent.
    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Optional<String> get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }

    /// The value, if there is one that is not empty.
    Optional<String> nonEmpty(String name) {
        return get(name).filter(value -> !value.isEmpty());
    }

    String value(String name) {
        return get(name).orElse("");
    }

    /// A number of the query.
    ///
    /// @throws S3Error `InvalidArgument` if it is none, or negative
    OptionalInt number(String name) {
        Optional<String> text = nonEmpty(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number < 0) {
                throw ErrorCode.InvalidArgument.error(
                                "Argument " + name + " must be an integer between 0 and 2147483647")
                        .with("ArgumentName", name)
                        .with("ArgumentValue", text.get());
            }
            return OptionalInt.of(number);
        } catch (NumberFormatException e) {
            throw ErrorCode.InvalidArgument.error("Provided " + name + " not an integer or within integer range")
                    .with("ArgumentName", name)
                    .with("ArgumentValue", text.get());
        }
    }
}
