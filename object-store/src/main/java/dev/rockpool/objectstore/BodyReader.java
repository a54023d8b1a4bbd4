package dev.rockpool.objectstore;

import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.objectstore.cipher.FrameCipher;
import dev.rockpool.objectstore.cipher.ObjectKey;
import dev.rockpool.objectstore.volume.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/// Reads a range of an object's plain bytes, a few frames at a time, part by part.
final class BodyReader {
    private final Core core;
    private final ObjectKey key;
    private final List<BodyPart> parts;
    private final long first;
    private final long length;

    BodyReader(Core core, ObjectKey key, List<BodyPart> parts, long first, long length) {
        this.core = core;
        this.key = key;
        this.parts = parts;
        this.first = first;
        this.length = length;
    }

    /// Writes all of it.
    void writeTo(OutputStream target) throws IOException {
        ChunkPool pool = core.chunks();
        byte[] sealed = pool.take();
        byte[] plain = pool.take();
        try {
            long begin = 0;
            for (BodyPart part : parts) {
                long from = Math.max(first - begin, 0);
                long to = Math.min(first + length - begin, part.bytes());
                if (from < to) {
                    try (Source source = open(part)) {
                        write(source, part, from, to, sealed, plain, target);
                    }
                }
                begin += part.bytes();
            }
        } finally {
            pool.give(sealed);
            pool.give(plain);
        }
    }

    private void write(
            Source source, BodyPart part, long from, long to, byte[] sealed, byte[] plain, OutputStream target)
            throws IOException {
        FrameCipher cipher = key.body(part.salt());
        long lastFrame = (part.bytes() - 1) / FrameCipher.FRAME_BYTES;
        int framesAtOnce = core.chunks().chunkBytes() / FrameCipher.FRAME_BYTES;
        long frame = from / FrameCipher.FRAME_BYTES;
        long stop = (to - 1) / FrameCipher.FRAME_BYTES;
        while (frame <= stop) {
            long end = Math.min(stop, frame + framesAtOnce - 1);
            long sealedFrom = cipher.sealedAt(frame);
            long sealedTo = end == lastFrame ? cipher.sealedBytes(part.bytes()) : cipher.sealedAt(end + 1);
            int count = (int) (sealedTo - sealedFrom);
            source.read(ByteBuffer.wrap(sealed, 0, count), sealedFrom);
            int plainCount = 0;
            int at = 0;
            long plainFrom = frame * FrameCipher.FRAME_BYTES;
            for (; frame <= end; frame++) {
                boolean last = frame == lastFrame;
                int frameBytes = last ? count - at : FrameCipher.FRAME_BYTES + cipher.overhead();
                plainCount += cipher.open(frame, last, sealed, at, frameBytes, plain, plainCount);
                at += frameBytes;
            }
            int skip = (int) Math.max(0, from - plainFrom);
            int upTo = (int) Math.min(plainCount, to - plainFrom);
            target.write(plain, skip, upTo - skip);
        }
    }

    /// Sealed bytes, wherever they lie.
    private interface Source extends AutoCloseable {
        void read(ByteBuffer target, long from) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private Source open(BodyPart part) throws IOException {
        return switch (part.body()) {
            case Body.InVolume(Place place, int bytes) ->
                (target, from) -> core.log().read(place, from, target);
            case Body.InFile(long id, long bytes) -> {
                DiskFile file = core.bodies().open(id);
                yield new Source() {
                    @Override
                    public void read(ByteBuffer target, long from) throws IOException {
                        int wanted = target.remaining();
                        if (file.read(target, from) < wanted) {
                            throw new IOException("Body " + id + " is shorter than it should be");
                        }
                    }

                    @Override
                    public void close() throws IOException {
                        file.close();
                    }
                };
            }
            case Body.None ignored -> throw new IllegalArgumentException("Part " + part.number() + " has no bytes");
            case Body.InParts ignored ->
                throw new IllegalArgumentException("Part " + part.number() + " has no bytes of its own");
        };
    }

    /// The bytes as a stream, a chunk at a time.
    InputStream stream() {
        return new Pull();
    }

    /// Reads chunk after chunk, each with a reader of its own.
    private final class Pull extends InputStream {
        private long done;
        private byte[] chunk = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, target.length);
            if (count == 0) {
                return 0;
            }
            if (at == chunk.length) {
                long wanted = Math.min(length - done, core.chunks().chunkBytes());
                if (wanted == 0) {
                    return -1;
                }
                chunk = new BodyReader(core, key, parts, first + done, wanted).bytes();
                done += wanted;
                at = 0;
            }
            int given = Math.min(count, chunk.length - at);
            System.arraycopy(chunk, at, target, offset, given);
            at += given;
            return given;
        }
    }

    /// All of it at once.
    byte[] bytes() throws IOException {
        byte[] all = new byte[Math.toIntExact(length)];
        int[] at = {0};
        writeTo(new OutputStream() {
            @Override
            public void write(int octet) {
                all[at[0]++] = (byte) octet;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                System.arraycopy(bytes, from, all, at[0], count);
                at[0] += count;
            }
        });
        return all;
    }
}
