package dev.rockpool.objectstore.checksum;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// XXH3 with the seed 0, of 64 or 128 bits, computed by hash4j; the digest has the highest byte first.
///
/// Source: xxHash fast digest algorithm, specification 0.2.0 (Yann Collet), "canonical representation".
public final class XxHash3 extends MessageDigest {
    private final HashStream64 stream;

    /// @param bits 64 or 128
    public XxHash3(int bits) {
        super("XXH3-" + bits);
        stream =
                bits == 64 ? Hashing.xxh3_64().hashStream() : Hashing.xxh3_128().hashStream();
    }

    @Override
    protected void engineUpdate(byte octet) {
        stream.putByte(octet);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int count) {
        stream.putBytes(bytes, from, count);
    }

    @Override
    protected byte[] engineDigest() {
        byte[] digest;
        if (stream instanceof HashStream128 wide) {
            HashValue128 value = wide.get();
            digest = ByteBuffer.allocate(16)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits())
                    .array();
        } else {
            digest = ByteBuffer.allocate(8).putLong(stream.getAsLong()).array();
        }
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        stream.reset();
    }
}
