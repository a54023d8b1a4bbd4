package dev.rockpool.objectstore;

import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.objectstore.cipher.FrameCipher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Takes bodies in: reads, digests, seals, and puts large ones on disk, all in one pass.
///
/// What fits one chunk stays in memory for the volume. Of larger ones the digest of a chunk is computed beside its
/// sealing and writing, since MD5 alone is slower than all of the rest.
final class Intake {
    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);

    private final Core core;

    Intake(Core core) {
        this.core = core;
    }

    /// What was taken in.
    ///
    /// @param bytes plain
    /// @param sealed of a small one; empty for one in a file
    /// @param file the number of its file; 0 for a small one
    /// @param sealedBytes how long it is sealed
    /// @param md5 if it was wanted
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Taken(
            long bytes,
            byte[] sealed,
            long file,
            long sealedBytes,
            Optional<byte[]> md5,
            Map<ChecksumAlgorithm, byte[]> values) {}

    /// Reads `body` to its end.
    ///
    /// @param wantsMd5 whether the ETag needs it
    /// @param inFile whether it goes to a file however small it is
    /// @throws StoreRefusal if it is not what the client said it is; nothing is left then
    Taken take(
            InputStream body,
            OptionalLong expectedBytes,
            FrameCipher cipher,
            BodyChecks checks,
            Set<ChecksumAlgorithm> algorithms,
            boolean wantsMd5,
            boolean inFile)
            throws IOException {
        if (expectedBytes.orElse(0) > ObjectStore.LARGEST_PUT_BYTES) {
            throw tooLarge();
        }
        Optional<byte[]> contentMd5 = checks.contentMd5().map(Intake::md5);
        EnumSet<ChecksumAlgorithm> all = EnumSet.copyOf(algorithms);
        checks.algorithm().ifPresent(all::add);
        Digests digests = new Digests(wantsMd5 || contentMd5.isPresent(), all);
        ChunkPool pool = core.chunks();
        byte[] first = pool.take();
        try {
            int count = fill(body, first, pool.chunkBytes(), 0);
            boolean isAll = count < pool.chunkBytes();
            if (isAll && !inFile && count <= Math.max(core.options().inlineBytes(), 0)) {
                digests.update(first, 0, count);
                Taken taken = verify(small(first, count, cipher), digests, checks, contentMd5);
                checkLength(taken.bytes(), expectedBytes);
                return taken;
            }
            return large(body, first, count, cipher, digests, expectedBytes, checks, contentMd5);
        } finally {
            pool.give(first);
        }
    }

    private static StoreRefusal tooLarge() {
        return new StoreRefusal(
                        StoreRefusal.Code.EntityTooLarge, "Your proposed upload exceeds the maximum allowed size")
                .with("MaxSizeAllowed", Long.toString(ObjectStore.LARGEST_PUT_BYTES));
    }

    private static void checkLength(long bytes, OptionalLong expected) {
        if (expected.isPresent() && bytes != expected.getAsLong()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.IncompleteBody,
                    "You did not provide the number of bytes specified by the Content-Length HTTP header.");
        }
    }

    private static byte[] md5(String base64) {
        byte[] md5;
        try {
            md5 = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            md5 = new byte[0];
        }
        if (md5.length != 16) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidDigest, "The Content-MD5 you specified was invalid.");
        }
        return md5;
    }

    /// Fills a chunk; answers how many bytes there were, fewer at the end of the body only.
    private static int fill(InputStream body, byte[] chunk, int wanted, int already) throws IOException {
        int count = already;
        while (count < wanted) {
            int read = body.read(chunk, count, wanted - count);
            if (read < 0) {
                break;
            }
            count += read;
        }
        return count;
    }

    private static Taken small(byte[] plain, int count, FrameCipher cipher) {
        byte[] sealed = new byte[(int) cipher.sealedBytes(count)];
        seal(plain, count, 0, true, cipher, sealed);
        return new Taken(count, sealed, 0, sealed.length, Optional.empty(), Map.of());
    }

    /// Seals whole frames, and the last one; answers how many bytes they became.
    private static int seal(byte[] plain, int count, long firstFrame, boolean last, FrameCipher cipher, byte[] target) {
        int at = 0;
        long frame = firstFrame;
        for (int from = 0; from < count; from += FrameCipher.FRAME_BYTES) {
            int length = Math.min(FrameCipher.FRAME_BYTES, count - from);
            at += cipher.seal(frame++, last && from + length == count, plain, from, length, target, at);
        }
        return at;
    }

    private Taken large(
            InputStream body,
            byte[] first,
            int firstCount,
            FrameCipher cipher,
            Digests digests,
            OptionalLong expectedBytes,
            BodyChecks checks,
            Optional<byte[]> contentMd5)
            throws IOException {
        long id = core.catalog().nextNumber();
        boolean kept = false;
        try {
            Taken taken = write(body, first, firstCount, id, cipher, digests, expectedBytes);
            Taken verified = verify(taken, digests, checks, contentMd5);
            checkLength(verified.bytes(), expectedBytes);
            kept = true;
            return verified;
        } finally {
            if (!kept) {
                core.delete(id);
            }
        }
    }

    private Taken write(
            InputStream body,
            byte[] first,
            int firstCount,
            long id,
            FrameCipher cipher,
            Digests digests,
            OptionalLong expectedBytes)
            throws IOException {
        ChunkPool pool = core.chunks();
        byte[] sealed = pool.take();
        byte[][] ring = {first, pool.take(), pool.take()};
        CompletableFuture<Void> digesting = CompletableFuture.completedFuture(null);
        try (DiskFile file = refusing(() -> core.bodies().create(id))) {
            long bytes = 0;
            long written = 0;
            int count = firstCount;
            for (int turn = 0; ; turn++) {
                byte[] chunk = ring[turn % 3];
                bytes += count;
                if (bytes > expectedBytes.orElse(ObjectStore.LARGEST_PUT_BYTES)) {
                    if (expectedBytes.isEmpty()) {
                        throw tooLarge();
                    }
                    checkLength(bytes, expectedBytes);
                }
                // before the chunk is sealed it must be known whether another follows
                byte[] next = ring[(turn + 1) % 3];
                int nextCount = count < pool.chunkBytes() ? 0 : fill(body, next, pool.chunkBytes(), 0);
                await(digesting);
                int length = count;
                digesting = CompletableFuture.runAsync(() -> digests.update(chunk, 0, length), BESIDE);
                long frame = (bytes - count) / FrameCipher.FRAME_BYTES;
                int sealedCount = seal(chunk, count, frame, nextCount == 0, cipher, sealed);
                long at = written;
                refusing(() -> {
                    file.write(ByteBuffer.wrap(sealed, 0, sealedCount), at);
                    return file;
                });
                written += sealedCount;
                if (nextCount == 0) {
                    break;
                }
                count = nextCount;
            }
            await(digesting);
            refusing(() -> {
                core.bodies().finish(id, file);
                return file;
            });
            return new Taken(bytes, new byte[0], id, written, Optional.empty(), Map.of());
        } finally {
            digesting.handle((done, failed) -> true).join();
            pool.give(ring[1]);
            pool.give(ring[2]);
            pool.give(sealed);
        }
    }

    private static void await(CompletableFuture<Void> digesting) {
        try {
            digesting.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("A digest failed", failed);
        }
    }

    private interface Disk<T> {
        T act() throws IOException;
    }

    /// The disk's failures are refusals; those of the body are the caller's.
    private static <T> T refusing(Disk<T> act) {
        try {
            return act.act();
        } catch (IOException refused) {
            throw Core.refusal(refused);
        }
    }

    private static Taken verify(Taken taken, Digests digests, BodyChecks checks, Optional<byte[]> contentMd5) {
        Optional<byte[]> md5 = digests.md5();
        if (contentMd5.isPresent() && !Arrays.equals(contentMd5.get(), md5.orElse(new byte[0]))) {
            throw new StoreRefusal(
                    StoreRefusal.Code.BadDigest, "The Content-MD5 you specified did not match what we received.");
        }
        Map<ChecksumAlgorithm, byte[]> values = digests.values();
        Optional<String> expected = checks.expected().get();
        if (expected.isPresent() && checks.algorithm().isPresent()) {
            check(checks.algorithm().get(), expected.get(), values);
        }
        return new Taken(taken.bytes(), taken.sealed(), taken.file(), taken.sealedBytes(), md5, values);
    }

    private static void check(ChecksumAlgorithm algorithm, String expected, Map<ChecksumAlgorithm, byte[]> values) {
        byte[] value;
        try {
            value = Base64.getDecoder().decode(expected);
        } catch (IllegalArgumentException notBase64) {
            value = new byte[0];
        }
        if (value.length != algorithm.bytes()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "Value for x-amz-checksum-" + lower(algorithm) + " header is invalid.");
        }
        if (!Arrays.equals(value, values.get(algorithm))) {
            throw new StoreRefusal(
                    StoreRefusal.Code.BadDigest,
                    "The " + algorithm + " you specified did not match the calculated checksum.");
        }
    }

    private static String lower(ChecksumAlgorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }
}
