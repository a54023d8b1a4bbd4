package dev.rockpool.objectstore.s3;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A body that must have the digest that its signature covers; one that has another is refused at its end.
final class HashCheckedStream extends InputStream {
    private final InputStream body;
    private final MessageDigest digest = Digests.sha256();
    private final String expected;
    private boolean checked;

    HashCheckedStream(InputStream body, String expected) {
        this.body = body;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = body.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
        } else if (count < 0 && !checked) {
            checked = true;
            String computed = HexFormat.of().formatHex(digest.digest());
            if (!computed.equals(expected)) {
                throw ErrorCode.XAmzContentSHA256Mismatch.error()
                        .with("ClientComputedContentSHA256", expected)
                        .with("S3ComputedContentSHA256", computed);
            }
        }
        return count;
    }
}
