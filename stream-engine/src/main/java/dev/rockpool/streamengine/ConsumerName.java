package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;

/// The name of an enhanced fan-out consumer, unique in its stream: 1 to 128 of the characters `a-z A-Z 0-9 _ . -`.
///
/// @param value the name
public record ConsumerName(String value) implements Comparable<ConsumerName> {
    public ConsumerName {
        if (!StreamName.NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Consumer name " + Quote.of(value) + " is not 1 to 128 of the characters a-z A-Z 0-9 _ . -");
        }
    }

    @Override
    public int compareTo(ConsumerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
