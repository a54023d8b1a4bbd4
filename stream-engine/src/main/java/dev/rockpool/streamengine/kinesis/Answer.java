package dev.rockpool.streamengine.kinesis;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORGenerator;

/// Writes the structure that an operation answers, in the form of its request.
final class Answer {
    private static final int EPOCH_TAG = 1;
    private static final int MILLIS_DECIMALS = 3;

    private final JsonGenerator generator;

    private Answer(JsonGenerator generator) {
        this.generator = generator;
    }

    /// Writes members.
    @FunctionalInterface
    interface Writer {
        void write(Answer answer);
    }

    /// The bytes of a structure with the members that `writer` writes.
    ///
    /// @param likely about how many bytes it will be
    static byte[] bytes(Wire wire, int likely, Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(likely);
        try (JsonGenerator generator = wire.factory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.writeStartObject();
            writer.write(new Answer(generator));
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    Answer text(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    Answer text(String name, Optional<String> value) {
        value.ifPresent(present -> generator.writeStringProperty(name, present));
        return this;
    }

    Answer number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    Answer flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    Answer time(String name, Instant value) {
        generator.writeName(name);
        long millis = value.toEpochMilli();
        if (generator instanceof CBORGenerator cbor) {
            cbor.writeTag(EPOCH_TAG);
            cbor.writeNumber(millis);
        } else {
            generator.writeNumber(BigDecimal.valueOf(millis, MILLIS_DECIMALS));
        }
        return this;
    }

    Answer time(String name, Optional<Instant> value) {
        value.ifPresent(present -> time(name, present));
        return this;
    }

    Answer bytes(String name, byte[] value) {
        generator.writeName(name);
        generator.writeBinary(value);
        return this;
    }

    Answer structure(String name, Writer writer) {
        generator.writeName(name);
        element(writer);
        return this;
    }

    Answer texts(String name, Collection<String> values) {
        generator.writeName(name);
        generator.writeStartArray();
        values.forEach(generator::writeString);
        generator.writeEndArray();
        return this;
    }

    <T> Answer structures(String name, Iterable<T> values, BiConsumer<Answer, T> writer) {
        generator.writeName(name);
        generator.writeStartArray();
        for (T value : values) {
            element(answer -> writer.accept(answer, value));
        }
        generator.writeEndArray();
        return this;
    }

    private void element(Writer writer) {
        generator.writeStartObject();
        writer.write(this);
        generator.writeEndObject();
    }
}
