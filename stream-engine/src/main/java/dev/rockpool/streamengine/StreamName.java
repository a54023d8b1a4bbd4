package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.util.regex.Pattern;

/// The name of a stream, unique in an engine: 1 to 128 of the characters `a-z A-Z 0-9 _ . -`.
///
/// @param value the name
public record StreamName(String value) implements Comparable<StreamName> {
    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

    public StreamName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Stream name " + Quote.of(value) + " is not 1 to 128 of the characters a-z A-Z 0-9 _ . -");
        }
    }

    @Override
    public int compareTo(StreamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
