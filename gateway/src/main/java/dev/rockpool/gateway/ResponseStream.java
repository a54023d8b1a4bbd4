package dev.rockpool.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/// The body of an answer as it is written: each write blocks until the peer's window took it.
final class ResponseStream extends OutputStream {
    private final Response response;
    private final long length;
    private final boolean head;
    private long written;
    private boolean ended;

    ResponseStream(Response response, long length, boolean head) {
        this.response = response;
        this.length = length;
        this.head = head;
    }

    long written() {
        return written;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return;
        }
        written += count;
        if (length >= 0 && written > length) {
            throw new IOException("the answer has " + length + " bytes, more were written");
        }
        if (head) {
            return;
        }
        ended = written == length;
        Content.Sink.write(response, ended, ByteBuffer.wrap(bytes, offset, count));
    }

    @Override
    public void flush() throws IOException {
        if (!ended && !head) {
            Content.Sink.write(response, false, ByteBuffer.allocate(0));
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        if (!head && length >= 0 && written < length) {
            throw new EOFException("the answer has " + length + " bytes, only " + written + " were written");
        }
        ended = true;
        Content.Sink.write(response, true, null);
    }
}
