package dev.rockpool.platform;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Accounts;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.kinesis.AccountStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The stream engines of a platform: one an account, since an engine is one account's streams. The first account's are
/// in the folder `streams`, those of another in `streams-ACCOUNT`. Safe for several threads.
public final class StreamAccounts implements AccountStreams {
    private static final String FOLDER = "streams";

    private final SequencedMap<String, StreamEngine> engines = new LinkedHashMap<>();

    private StreamAccounts() {}

    /// Opens the engines of all accounts. On a clock that stands, changes take no time: nothing would ever be active
    /// otherwise.
    ///
    /// @param meters what counts the streams of an account
    static StreamAccounts open(
            Path root,
            Accounts accounts,
            PlatformClock clock,
            StreamEngineOptions options,
            Function<String, StreamUsageMeter> meters,
            EventLog events) {
        StreamAccounts opened = new StreamAccounts();
        boolean isOpen = false;
        try {
            boolean stands = !clock.isReal() && clock.speed() == 0;
            StreamEngineOptions timed = stands ? options.with(Duration.ZERO) : options;
            for (Account account : accounts.all()) {
                StreamUsageMeter meter = meters.apply(account.id());
                boolean isFirst = account.equals(accounts.first());
                StreamEngine engine = StreamEngine.open(
                        root.resolve(isFirst ? FOLDER : FOLDER + "-" + account.id()),
                        clock,
                        timed.with(account.id(), options.region()),
                        event -> {
                            meter.happened(event);
                            events.happened(event);
                        });
                opened.engines.put(account.id(), engine);
                Instant now = clock.instant();
                engine.listStreams().forEach(stream -> meter.found(stream, now));
            }
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                opened.close();
            }
        }
    }

    @Override
    public Optional<StreamEngine> of(String account) {
        return Optional.ofNullable(engines.get(account));
    }

    /// Those of the first account.
    StreamEngine first() {
        return engines.firstEntry().getValue();
    }

    void settle() {
        engines.values().forEach(StreamEngine::settle);
    }

    /// When something falls due next.
    Optional<Instant> nextDue() {
        return engines.values().stream()
                .map(StreamEngine::nextDue)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    void close() {
        engines.values().forEach(StreamEngine::close);
    }
}
