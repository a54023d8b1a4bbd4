package dev.rockpool.gateway;

import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/// One request and its answer.
///
/// The target is given as it was sent, undecoded. Header fields are set with [#set] and [#add] until the
/// answer begins; it begins with [#respond], which sends header and body in one write, or with [#stream].
/// Not for use by several threads at once.
public final class Exchange {
    /// How much of an unread body is read and forgotten after the answer, so that a peer that still sends
    /// can read it.
    private static final long MOST_DRAINED_BYTES = 8L * 1024 * 1024;

    private final Request request;
    private final Response response;
    private final String requestId;
    private final String host;
    private final long mostBodyBytes;
    private final BodyBudget budget;
    private final long contentLength;
    private final boolean expectsContinue;
    private @Nullable InputStream body;
    private @Nullable ResponseStream output;
    private long sent;
    private int taken;

    Exchange(
            Request request,
            Response response,
            String requestId,
            String authority,
            long mostBodyBytes,
            BodyBudget budget)
            throws NumberFormatException {
        this.request = request;
        this.response = response;
        this.requestId = requestId;
        this.host = authority;
        this.mostBodyBytes = mostBodyBytes;
        this.budget = budget;
        HttpField length = request.getHeaders().getField(HttpHeader.CONTENT_LENGTH);
        this.contentLength = length == null ? -1 : length.getLongValue();
        this.expectsContinue = request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
    }

    /// The method as sent, such as `GET`.
    public String method() {
        return request.getMethod();
    }

    /// The path of the target as sent, with its escapes; `/` at least.
    public String path() {
        String path = request.getHttpURI().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /// The query of the target as sent, without its `?`; empty if there is none.
    public String query() {
        String query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    /// The host and port that was asked, as sent (`Host`, or `:authority`).
    public String authority() {
        return host;
    }

    /// The host that was asked, in lower case, without its port.
    public String host() {
        return HostNames.withoutPort(host);
    }

    /// The first value of the header field, whose name may be in any case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).map(Exchange::text);
    }

    /// The values of the header field, in the order in which they were sent.
    public List<String> headers(String name) {
        return request.getHeaders().getValuesList(name).stream()
                .map(Exchange::text)
                .toList();
    }

    /// Gives every header field, in the order in which they were sent, with its name as sent.
    public void eachHeader(BiConsumer<String, String> consumer) {
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            consumer.accept(field.getName(), value == null ? "" : text(value));
        }
    }

    /// `HTTP/1.0`, `HTTP/1.1` or `HTTP/2.0`.
    public String protocol() {
        return request.getConnectionMetaData().getProtocol();
    }

    /// Whether the request came over TLS.
    public boolean secure() {
        return request.isSecure();
    }

    /// The peer's address, without its port.
    public String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    /// This request's id: 16 hexadecimal digits in capitals, never given twice by one gateway.
    public String requestId() {
        return requestId;
    }

    /// The announced length of the body in bytes; -1 if it is not announced.
    public long contentLength() {
        return contentLength;
    }

    /// The body; read it once. The gateway's bound ends it with [BodyTooLargeException]. A client that
    /// waits for `100 Continue` gets it with the first read.
    public InputStream body() {
        InputStream stream = body;
        if (stream == null) {
            stream = new BodyStream(Content.Source.asInputStream(request), mostBodyBytes);
            body = stream;
        }
        return stream;
    }

    /// The whole body. A large one waits while the gateway holds too many bytes of others.
    ///
    /// @throws BodyTooLargeException if it is larger than `mostBytes`
    public byte[] readBody(int mostBytes) throws IOException {
        if (contentLength > mostBytes) {
            throw new BodyTooLargeException(mostBytes);
        }
        if (contentLength == 0) {
            return new byte[0];
        }
        taken += budget.take(contentLength < 0 ? mostBytes : contentLength);
        InputStream stream = body();
        byte[] bytes = contentLength < 0 ? stream.readNBytes(mostBytes) : exactly((int) contentLength, stream);
        if (stream.read() >= 0) {
            throw new BodyTooLargeException(mostBytes);
        }
        return bytes;
    }

    /// As many bytes as were announced, in one array; fewer where the stream ends early.
    private static byte[] exactly(int announced, InputStream stream) throws IOException {
        byte[] bytes = new byte[announced];
        int read = stream.readNBytes(bytes, 0, announced);
        return read == announced ? bytes : Arrays.copyOf(bytes, read);
    }

    /// Sets a header field of the answer, in place of what it was before.
    public Exchange set(String name, String value) {
        response.getHeaders().put(name, value);
        return this;
    }

    /// Adds a header field to the answer.
    public Exchange add(String name, String value) {
        response.getHeaders().add(name, value);
        return this;
    }

    /// Whether the answer has begun, so that its status and header cannot change any more.
    public boolean begun() {
        return response.isCommitted();
    }

    /// The status of the answer, once it has begun.
    public int status() {
        return response.getStatus();
    }

    /// How many bytes of a body the answer had so far.
    public long sentBytes() {
        ResponseStream stream = output;
        return isHead() ? 0 : stream == null ? sent : stream.written();
    }

    /// Forgets the header fields that were set, but for those with a name of `kept` (in lower case).
    public void forgetHeadersBut(Set<String> kept) {
        for (var fields = response.getHeaders().listIterator(); fields.hasNext(); ) {
            HttpField field = fields.next();
            if (!kept.contains(field.getLowerCaseName()) && field.getHeader() != HttpHeader.DATE) {
                fields.remove();
            }
        }
    }

    /// Answers with a body, or none if it is empty; in one write.
    ///
    /// To `HEAD` the length is told and the body is left out.
    public void respond(int status, byte[] bytes) throws IOException {
        continueIfEmpty();
        response.setStatus(status);
        if (status != 204 && status != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
            sent = isHead() ? 0 : bytes.length;
        }
        Content.Sink.write(response, true, isHead() ? null : ByteBuffer.wrap(bytes));
        drain();
    }

    /// Answers without a body.
    public void respond(int status) throws IOException {
        continueIfEmpty();
        response.setStatus(status);
        if (status != 204 && status != 304 && status >= 200) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        }
        Content.Sink.write(response, true, null);
        drain();
    }

    /// Answers a `HEAD` whose `GET` would have `length` bytes.
    public void respondHead(int status, long length) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        Content.Sink.write(response, true, null);
    }

    /// Begins an answer whose body follows. The header goes out with the first bytes that are written, the
    /// answer ends when the stream is closed, and a slow reader blocks the writer.
    ///
    /// @param length of the body in bytes, or -1 if it is not known yet
    /// @return a stream; closing it before `length` bytes were written breaks the connection, which is how
    ///     a client learns that the body is incomplete
    public OutputStream stream(int status, long length) throws IOException {
        continueIfEmpty();
        response.setStatus(status);
        if (length >= 0) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        }
        ResponseStream stream = new ResponseStream(response, length, isHead());
        output = stream;
        return stream;
    }

    /// Ends a streamed answer that the handler left open.
    void finish() throws IOException {
        ResponseStream stream = output;
        if (stream != null) {
            stream.close();
        }
    }

    /// Gives back the room that the whole body took.
    void release() {
        budget.give(taken);
        taken = 0;
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /// A client that announced no body but waits for leave to send it gets that leave all the same: some
    /// wait for a minute otherwise. The toolkit sends none before an empty body unless its stream is told to.
    private void continueIfEmpty() throws IOException {
        if (!expectsContinue
                || contentLength != 0
                || request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1
                || response.isCommitted()) {
            return;
        }
        HttpStream[] stream = new HttpStream[1];
        request.addHttpStreamWrapper(inner -> {
            stream[0] = inner;
            return inner;
        });
        MetaData.Request unused = new MetaData.Request(
                request.getMethod(), request.getHttpURI(), HttpVersion.HTTP_1_1, request.getHeaders());
        MetaData.Response leave = new MetaData.Response(100, null, HttpVersion.HTTP_1_1, HttpFields.EMPTY);
        try (Blocker.Callback sent = Blocker.callback()) {
            stream[0].send(unused, leave, false, null, sent);
            sent.block();
        }
    }

    /// Reads what is left of a body that the handler did not want, within a bound, so that the peer, still sending,
    /// does not lose the answer to a reset. One that waits for leave to send is not given it.
    private void drain() throws IOException {
        if (contentLength == 0 || (expectsContinue && body == null) || contentLength > MOST_DRAINED_BYTES) {
            return;
        }
        if (contentLength < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return;
        }
        long left = MOST_DRAINED_BYTES;
        while (left > 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                left = drainBlocking(left);
                continue;
            }
            left -= chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                return;
            }
        }
    }

    private long drainBlocking(long left) throws IOException {
        byte[] part = new byte[8192];
        InputStream stream = Content.Source.asInputStream(request);
        long rest = left;
        while (rest > 0) {
            int count = stream.read(part);
            if (count < 0) {
                return 0;
            }
            rest -= count;
        }
        return rest;
    }

    /// The head as signatures are made of it.
    public RequestHead head() {
        List<RequestHead.Header> headers = new ArrayList<>(request.getHeaders().size());
        boolean hasHost = false;
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            headers.add(new RequestHead.Header(field.getName(), value == null ? "" : text(value)));
            hasHost |= field.getHeader() == HttpHeader.HOST;
        }
        if (!hasHost) {
            headers.add(new RequestHead.Header("Host", host));
        }
        return new RequestHead(request.getMethod(), path(), query(), headers);
    }

    /// A field's value as text: UTF-8 if its bytes are, otherwise ISO 8859-1, which is how the toolkit
    /// reads it.
    private static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                try {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                            .toString();
                } catch (CharacterCodingException e) {
                    return value;
                }
            }
        }
        return value;
    }

    static List<HttpField> fields(List<String> namesAndValues) {
        List<HttpField> fields = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            fields.add(new HttpField(namesAndValues.get(i), namesAndValues.get(i + 1)));
        }
        return fields;
    }
}
