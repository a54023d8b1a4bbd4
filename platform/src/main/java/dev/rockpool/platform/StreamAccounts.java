package dev.rockpool.platform;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Accounts;
import dev.rockpool.streamengine.AccountCommitment;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.kinesis.AccountStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The stream engines of a platform: one an account, since an engine is one account's streams. The first
/// account's are in the folder `streams`, those of another in `streams-ACCOUNT`. Safe for several threads.
public final class StreamAccounts implements AccountStreams {
    private static final String FOLDER = "streams";

    private final SequencedMap<String, StreamEngine> engines = new LinkedHashMap<>();

    private StreamAccounts() {}

    /// Opens the engines of all accounts. On a clock that stands, changes take no time: nothing would ever
    /// be active otherwise.
    ///
    /// @param listeners who hears what the streams of an account did
    static StreamAccounts open(
            Path root,
            Accounts accounts,
            PlatformClock clock,
            StreamEngineOptions options,
            Function<String, StreamListener> listeners) {
        StreamAccounts opened = new StreamAccounts();
        boolean isOpen = false;
        try {
            boolean stands = !clock.isReal() && clock.speed() == 0;
            StreamEngineOptions timed = stands ? options.with(Duration.ZERO) : options;
            for (Account account : accounts.all()) {
                boolean isFirst = account.equals(accounts.first());
                StreamEngine engine = StreamEngine.open(
                        root.resolve(folder(account.id(), isFirst)),
                        clock,
                        timed.with(account.id(), options.region()),
                        listeners.apply(account.id()));
                opened.engines.put(account.id(), engine);
            }
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                opened.close();
            }
        }
    }

    private static String folder(String account, boolean isFirst) {
        return isFirst ? FOLDER : FOLDER + "-" + account;
    }

    /// Tells of all streams, each with its account.
    void all(BiConsumer<String, StreamDescription> found) {
        engines.forEach((account, engine) -> engine.listStreams().forEach(stream -> found.accept(account, stream)));
    }

    /// Tells what each account has committed itself to.
    void commitments(BiConsumer<String, AccountCommitment> found) {
        engines.forEach((account, engine) -> found.accept(account, engine.commitment()));
    }

    /// Writes all streams as they are now to the folder of a branch.
    void snapshot(Path branch) throws IOException {
        String first = engines.firstEntry().getKey();
        for (Map.Entry<String, StreamEngine> engine : engines.entrySet()) {
            engine.getValue()
                    .snapshot(branch.resolve(
                            folder(engine.getKey(), engine.getKey().equals(first))));
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
