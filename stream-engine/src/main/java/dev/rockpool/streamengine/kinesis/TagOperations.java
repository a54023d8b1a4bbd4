package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.ResourceProperties;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Tags of streams and consumers: 50 at most (developer guide, *Tag restrictions*).
final class TagOperations {
    private static final int MOST_TAGS = 50;
    private static final int PAGE = 50;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}\\p{Z}\\s_./=+\\-%@]*");

    /// The tags of what is at `address`; empty where nothing is.
    static Map<String, String> of(StreamEngine engine, StreamAddress address) {
        return ResourcePolicies.properties(engine, address)
                .map(properties -> (Map<String, String>) properties.tags())
                .orElse(Map.of());
    }

    /// @throws KinesisError `InvalidArgumentException` for tags that cannot be
    static void requireValid(Target target, Map<String, String> tags) {
        List<String> texts = new ArrayList<>(tags.keySet());
        texts.addAll(tags.values());
        requireCharacters(target, "add tags to", texts);
        if (tags.size() > MOST_TAGS) {
            throw tooMany(target);
        }
    }

    private static void requireCharacters(Target target, String act, Collection<String> texts) {
        if (!texts.stream().allMatch(text -> ALLOWED.matcher(text).matches())) {
            throw KinesisError.invalidArgument("Some tags contain invalid characters. Valid characters: "
                    + "Unicode letters, digits, white space, _ . / = + - % @.");
        }
        if (texts.stream().anyMatch(text -> text.contains("%"))) {
            throw KinesisError.invalidArgument("Failed to " + act + " " + target.sentence()
                    + " because some tags contained illegal characters. The allowed characters are "
                    + "Unicode letters, white-spaces, '_',',','/','=','+','-','@'.");
        }
    }

    private static KinesisError tooMany(Target target) {
        return KinesisError.invalidArgument("Failed to add tags to " + target.sentence()
                + " because a given stream cannot have more than " + MOST_TAGS + " tags associated with it.");
    }

    Reply addToStream(KinesisRequest request) {
        return add(request.stream(), request.fields().map("Tags"));
    }

    Reply tagResource(KinesisRequest request) {
        return add(existing(request.resource()), request.fields().map("Tags"));
    }

    private static Reply add(Target target, Map<String, String> tags) {
        var _ = target.engine().describeStream(target.stream()); // that it is not there is said first
        requireValid(target, tags);
        change(target, before -> {
            Map<String, String> all = new HashMap<>(before.tags());
            all.putAll(tags);
            if (all.size() > MOST_TAGS) {
                throw tooMany(target);
            }
            return before.withTags(all);
        });
        return Reply.NOTHING;
    }

    Reply removeFromStream(KinesisRequest request) {
        return remove(request.stream(), request.fields().texts("TagKeys"));
    }

    Reply untagResource(KinesisRequest request) {
        return remove(existing(request.resource()), request.fields().texts("TagKeys"));
    }

    private static Reply remove(Target target, List<String> keys) {
        var _ = target.engine().describeStream(target.stream());
        requireCharacters(target, "remove tags from", keys);
        change(target, before -> {
            Map<String, String> left = new HashMap<>(before.tags());
            left.keySet().removeAll(keys);
            return before.withTags(left);
        });
        return Reply.NOTHING;
    }

    Reply listForStream(KinesisRequest request) {
        Target target = request.stream();
        SequencedMap<String, String> tags = tags(target);
        Optional<String> after = request.fields().findText("ExclusiveStartTagKey");
        List<Map.Entry<String, String>> rest = tags.entrySet().stream()
                .filter(tag -> after.isEmpty() || tag.getKey().compareTo(after.get()) > 0)
                .toList();
        int most = request.fields().findNumber("Limit").orElse(PAGE);
        return Reply.of(answer -> answer.structures(
                        "Tags", rest.subList(0, Math.min(most, rest.size())), TagOperations::tag)
                .flag("HasMoreTags", rest.size() > most));
    }

    Reply listForResource(KinesisRequest request) {
        Target target = existing(request.resource());
        return Reply.of(answer -> answer.structures("Tags", tags(target).entrySet(), TagOperations::tag));
    }

    private static void tag(Answer answer, Map.Entry<String, String> tag) {
        answer.text("Key", tag.getKey()).text("Value", tag.getValue());
    }

    private static SequencedMap<String, String> tags(Target target) {
        StreamProperties properties = target.engine().properties(target.stream());
        return new TreeMap<>(target.address()
                .consumer()
                .map(consumer -> properties.of(consumer.name()))
                .orElse(properties.stream())
                .tags());
    }

    private static Target existing(Target target) {
        if (target.address().consumer().isPresent()) {
            var _ = ConsumerOperations.require(target);
        }
        return target;
    }

    private static void change(Target target, UnaryOperator<ResourceProperties> change) {
        ResourcePolicies.change(target, change);
    }
}
