package dev.rockpool.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/// An object that is being read: a small one from memory, a large one from its files.
final class OpenObject implements ObjectReading {
    private final StoredObject object;
    private final Optional<RuleDate> expiration;
    private final Reads.Span span;
    private final Runnable letGo;
    private final Optional<BodyReader> reader;
    private final Optional<byte[]> small;
    private boolean closed;

    OpenObject(
            StoredObject object,
            Optional<RuleDate> expiration,
            Reads.Span span,
            Runnable letGo,
            Optional<BodyReader> reader,
            Optional<byte[]> small) {
        this.object = object;
        this.expiration = expiration;
        this.span = span;
        this.letGo = letGo;
        this.reader = reader;
        this.small = small;
    }

    @Override
    public StoredObject object() {
        return object;
    }

    @Override
    public Optional<RuleDate> expiration() {
        return expiration;
    }

    @Override
    public long first() {
        return span.first();
    }

    @Override
    public long length() {
        return span.length();
    }

    @Override
    public boolean isPartial() {
        return span.isPartial();
    }

    @Override
    public Optional<Checksum> partChecksum() {
        return span.partChecksum();
    }

    @Override
    public OptionalInt partsCount() {
        return span.parts();
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        if (small.isPresent()) {
            target.write(small.get());
        } else if (reader.isPresent()) {
            reader.get().writeTo(target);
        }
    }

    @Override
    public byte[] bytes() throws IOException {
        return small.isPresent()
                ? small.get()
                : reader.isPresent() ? reader.get().bytes() : new byte[0];
    }

    InputStream stream() {
        return reader.isPresent() ? reader.get().stream() : new ByteArrayInputStream(small.orElse(new byte[0]));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            letGo.run();
        }
    }
}
