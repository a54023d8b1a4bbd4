package dev.rockpool.platform.serve;

import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where all requests of one server pass on their way to its platform; it is closed while another platform
/// takes that one's place, and requests wait meanwhile.
final class Doorway {
    /// How long requests that are being answered may take to end before a platform is closed under them.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Passage> passages = new ArrayList<>();
    private Platform platform;
    private boolean closed;
    private int inside;

    Doorway(Platform platform) {
        this.platform = platform;
    }

    /// The platform that is behind it now.
    Platform platform() {
        lock.lock();
        try {
            while (closed) {
                changed.awaitUninterruptibly();
            }
            return platform;
        } finally {
            lock.unlock();
        }
    }

    /// A handler whose requests are answered by what `service` makes of the platform behind it.
    HttpHandler to(Function<Platform, HttpHandler> service) {
        lock.lock();
        try {
            Passage passage = new Passage(service, service.apply(platform));
            passages.add(passage);
            return exchange -> {
                HttpHandler handler = enter(passage);
                try {
                    handler.handle(exchange);
                } finally {
                    leave();
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /// Lets `act` do something with the platform, unless it is being replaced.
    void pass(Consumer<Platform> act) {
        Optional<Platform> open;
        lock.lock();
        try {
            open = closed ? Optional.empty() : Optional.of(platform);
            inside += closed ? 0 : 1;
        } finally {
            lock.unlock();
        }
        if (open.isPresent()) {
            try {
                act.accept(open.get());
            } finally {
                leave();
            }
        }
    }

    private HttpHandler enter(Passage passage) {
        lock.lock();
        try {
            while (closed) {
                changed.awaitUninterruptibly();
            }
            inside++;
            return passage.handler;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            inside--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets nobody in any more, and waits a while until nobody is inside.
    void close() {
        lock.lock();
        try {
            closed = true;
            long left = PATIENCE.toNanos();
            while (inside > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Lets everybody in again, to another platform.
    void open(Platform other) {
        lock.lock();
        try {
            platform = other;
            for (Passage passage : passages) {
                passage.handler = passage.service.apply(other);
            }
            closed = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// One service, and what answers for it now.
    private static final class Passage {
        private final Function<Platform, HttpHandler> service;
        private HttpHandler handler;

        Passage(Function<Platform, HttpHandler> service, HttpHandler handler) {
            this.service = service;
            this.handler = handler;
        }
    }
}
