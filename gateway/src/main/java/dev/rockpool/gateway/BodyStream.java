package dev.rockpool.gateway;

import java.io.IOException;
import java.io.InputStream;

/// A body that ends with [BodyTooLargeException] beyond its bound.
final class BodyStream extends InputStream {
    private final InputStream content;
    private final long mostBytes;
    private long read;

    BodyStream(InputStream content, long mostBytes) {
        this.content = content;
        this.mostBytes = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int next = content.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = content.read(bytes, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return content.available();
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > mostBytes) {
            throw new BodyTooLargeException(mostBytes);
        }
    }
}
