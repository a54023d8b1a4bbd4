package dev.rockpool.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/// Ends HTTP/1.1 connections whose peer sends a request's head byte by byte and never all of it.
///
/// Silence is ended by the idle time; this is for those who keep it from passing. A scan every quarter of
/// the bound notes who is in the middle of a head and ends who is still in the middle of the same one a
/// bound later.
final class HeadDeadline implements Connection.Listener, AutoCloseable {
    private final Map<HttpConnection, Long> midHeadSince = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Boolean> open = new ConcurrentHashMap<>();
    private final long boundNanos;
    private final Scheduler scheduler;
    private final AtomicBoolean scanning = new AtomicBoolean();
    private volatile boolean closed;

    HeadDeadline(Duration bound, Scheduler scheduler) {
        this.boundNanos = bound.toNanos();
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.put(http, true);
            if (scanning.compareAndSet(false, true)) {
                later();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.remove(http);
            midHeadSince.remove(http);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void later() {
        scheduler.schedule(this::scan, Math.max(1, boundNanos / 4), TimeUnit.NANOSECONDS);
    }

    private void scan() {
        long now = System.nanoTime();
        for (HttpConnection connection : open.keySet()) {
            HttpParser parser = connection.getParser();
            boolean midHead = parser.getHeaderLength() > 0 && parser.inHeaderState();
            if (!midHead) {
                midHeadSince.remove(connection);
                continue;
            }
            Long since = midHeadSince.putIfAbsent(connection, now);
            if (since != null && now - since > boundNanos) {
                connection.getEndPoint().close();
            }
        }
        scanning.set(false);
        if (!closed && !open.isEmpty() && scanning.compareAndSet(false, true)) {
            later();
        }
    }
}
