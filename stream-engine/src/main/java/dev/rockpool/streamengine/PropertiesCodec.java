package dev.rockpool.streamengine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How the properties of a stream are written into a journal entry.
///
/// `properties = resource | consumers:4 (name:UTF resource)* | keyed:1 (key:text wrapped:text)? | metrics:4 name:UTF* |
/// warm:4`, `dataKeys = keys:4 (number:4 keyArn:text wrapped:text sinceMillis:8)*`, `resource = tags:4 (key:text
/// value:text)* | hasPolicy:1 policy:text`, `text = bytes:4 UTF-8`.
final class PropertiesCodec {
    private static final int MOST = 1 << 20;

    private PropertiesCodec() {}

    static void write(DataOutput out, StreamProperties properties) throws IOException {
        write(out, properties.stream());
        out.writeInt(properties.consumers().size());
        for (Map.Entry<ConsumerName, ResourceProperties> consumer : new TreeMap<>(properties.consumers()).entrySet()) {
            out.writeUTF(consumer.getKey().value());
            write(out, consumer.getValue());
        }
        write(out, properties.key());
        out.writeInt(properties.metrics().size());
        for (ShardMetric metric : properties.metrics()) {
            out.writeUTF(metric.name());
        }
        out.writeInt(properties.warmMiBps());
    }

    static StreamProperties read(DataInput in) throws IOException {
        ResourceProperties stream = readResource(in);
        Map<ConsumerName, ResourceProperties> consumers = new HashMap<>();
        for (int left = count(in); left > 0; left--) {
            consumers.put(new ConsumerName(in.readUTF()), readResource(in));
        }
        Optional<StreamKey> key = readKey(in);
        Set<ShardMetric> metrics = EnumSet.noneOf(ShardMetric.class);
        for (int left = count(in); left > 0; left--) {
            metrics.add(ShardMetric.valueOf(in.readUTF()));
        }
        return new StreamProperties(stream, consumers, key, List.of(), metrics, in.readInt());
    }

    static void write(DataOutput out, List<DataKeys.WrappedKey> keys) throws IOException {
        out.writeInt(keys.size());
        for (DataKeys.WrappedKey key : keys) {
            out.writeInt(key.number());
            text(out, key.keyArn());
            text(out, key.wrapped());
            out.writeLong(key.since().toEpochMilli());
        }
    }

    static List<DataKeys.WrappedKey> readDataKeys(DataInput in) throws IOException {
        List<DataKeys.WrappedKey> keys = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            keys.add(new DataKeys.WrappedKey(
                    in.readInt(), readText(in), readText(in), Instant.ofEpochMilli(in.readLong())));
        }
        return keys;
    }

    static void write(DataOutput out, Optional<StreamKey> key) throws IOException {
        out.writeBoolean(key.isPresent());
        if (key.isPresent()) {
            text(out, key.get().keyId());
            text(out, key.get().wrapped());
        }
    }

    static Optional<StreamKey> readKey(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(new StreamKey(readText(in), readText(in))) : Optional.empty();
    }

    private static void write(DataOutput out, ResourceProperties resource) throws IOException {
        out.writeInt(resource.tags().size());
        for (Map.Entry<String, String> tag : resource.tags().entrySet()) {
            text(out, tag.getKey());
            text(out, tag.getValue());
        }
        out.writeBoolean(resource.policy().isPresent());
        text(out, resource.policy().orElse(""));
    }

    private static ResourceProperties readResource(DataInput in) throws IOException {
        Map<String, String> tags = new HashMap<>();
        for (int left = count(in); left > 0; left--) {
            tags.put(readText(in), readText(in));
        }
        return new ResourceProperties(new TreeMap<>(tags), readOptional(in));
    }

    private static Optional<String> readOptional(DataInput in) throws IOException {
        boolean isPresent = in.readBoolean();
        String text = readText(in);
        return isPresent ? Optional.of(text) : Optional.empty();
    }

    private static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[count(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("A journal entry counts " + count + " parts");
        }
        return count;
    }
}
