package dev.rockpool.streamengine.kinesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a value of a request may be. Bounds are of lengths, or of the value of a number.
sealed interface Shape {
    /// A text.
    ///
    /// @param pattern the whole text must match it
    /// @param words the only ones there are; any text if empty
    record Text(Bounds length, Optional<Pattern> pattern, List<String> words) implements Shape {
        public Text {
            words = List.copyOf(words);
        }
    }

    /// A whole number of 32 bits.
    record Whole(Bounds value) implements Shape {}

    /// A truth value.
    record Flag() implements Shape {}

    /// An instant.
    record Time() implements Shape {}

    /// Bytes.
    record Blob(Bounds length) implements Shape {}

    /// Values of one shape.
    record Sequence(String elementName, Shape element, Bounds length) implements Shape {}

    /// Texts by name.
    record Dictionary(Text key, Text value, Bounds length) implements Shape {}

    /// Named members, in the order of the model.
    final class Structure implements Shape {
        private final List<Member> members;
        private final Map<String, Integer> places = new HashMap<>();

        Structure(List<Member> members) {
            this.members = List.copyOf(members);
            for (Member member : members) {
                places.put(member.name(), places.size());
            }
        }

        List<Member> members() {
            return members;
        }

        /// Which member has that name, or -1.
        int place(String name) {
            return places.getOrDefault(name, -1);
        }
    }

    /// A member of a structure.
    ///
    /// @param label its name in sentences: the first letter small
    record Member(String name, String label, Shape shape, boolean required) {}

    /// From the least to the most, both allowed.
    record Bounds(long least, long most) {
        static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean hasLeast() {
            return least != Long.MIN_VALUE;
        }

        boolean hasMost() {
            return most != Long.MAX_VALUE;
        }

        boolean holds(long number) {
            return number >= least && number <= most;
        }
    }
}
