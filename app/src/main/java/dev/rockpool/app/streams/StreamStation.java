package dev.rockpool.app.streams;

import dev.rockpool.kernel.Seed;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The app's own producers and consumers of one engine. They are switched and changed on any thread and work at each
/// [#step], which a thread of its own calls once [#run] was called; until the engine is closed.
final class StreamStation {
    /// How often it works.
    static final Duration BEAT = Duration.ofMillis(50);

    private static final int BYTES_PER_PUT = 4 << 20;

    private final StreamEngine engine;
    private final StreamKeys keys;
    private final Seed seed;
    private final Map<StreamName, Job> jobs = new ConcurrentHashMap<>();
    private final Map<StreamName, GeneratorSettings> sent = new ConcurrentHashMap<>();
    private final Map<StreamName, List<Reader>> readers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stream-station").factory());
    private boolean running;
    private boolean restored;

    /// A generator at work.
    private static final class Job {
        private final Generator generator;
        private volatile GeneratorSettings settings;

        Job(Generator generator, GeneratorSettings settings) {
            this.generator = generator;
            this.settings = settings;
        }
    }

    StreamStation(StreamEngine engine, StreamKeys keys, Seed seed) {
        this.engine = engine;
        this.keys = keys;
        this.seed = seed;
    }

    /// Works on a thread of its own from now on.
    synchronized void run() {
        if (!running) {
            running = true;
            ScheduledFuture<?> _ = thread.scheduleWithFixedDelay(
                    this::stepOrEnd, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stepOrEnd() {
        try {
            step();
        } catch (IllegalStateException _) {
            thread.shutdown(); // the engine is closed
        }
    }

    /// Starts a stream's generator, or changes what it sends.
    void generate(StreamName stream, GeneratorSettings settings) {
        sent.put(stream, settings);
        jobs.compute(stream, (_, job) -> {
            if (job == null) {
                return new Job(new Generator(settings, seed.derive("generator " + stream), engine.now()), settings);
            }
            job.settings = settings;
            return job;
        });
    }

    /// Stops a stream's generator.
    void stop(StreamName stream) {
        jobs.remove(stream);
    }

    /// Stops a stream's generator, of which nothing is kept.
    void forget(StreamName stream) {
        stop(stream);
        sent.remove(stream);
    }

    /// What a stream's generator sends; empty while it stands.
    Optional<GeneratorSettings> generator(StreamName stream) {
        return Optional.ofNullable(jobs.get(stream)).map(job -> job.settings);
    }

    /// What a stream's generator sends, or sent last.
    Optional<GeneratorSettings> lastSent(StreamName stream) {
        return Optional.ofNullable(sent.get(stream));
    }

    /// Takes over what was kept of streams that are still there, once: generators stand, and consumers stand still.
    synchronized void restore(List<KeptFlow> flows) {
        if (restored) {
            return;
        }
        restored = true;
        for (KeptFlow flow : flows) {
            if (exists(flow.stream())) {
                sent.put(flow.stream(), flow.sends());
                flow.consumers()
                        .forEach(each -> add(
                                flow.stream(), new Reader(engine, keys, flow.stream(), each.name(), each.kind(), 0)));
            }
        }
    }

    /// What is to be kept, by the streams' names.
    List<KeptFlow> flows() {
        Set<StreamName> all = new TreeSet<>(sent.keySet());
        all.addAll(readers.keySet());
        return all.stream().map(this::flow).toList();
    }

    private KeptFlow flow(StreamName stream) {
        return new KeptFlow(
                stream,
                lastSent(stream).orElse(GeneratorSettings.STANDARD),
                generator(stream).isPresent(),
                readers(stream).stream()
                        .map(Reader::state)
                        .map(state -> new KeptFlow.KeptConsumer(state.name(), state.kind(), state.pace()))
                        .toList());
    }

    /// Adds a consumer.
    void add(StreamName stream, Reader reader) {
        readers.compute(stream, (_, all) -> {
            List<Reader> more = new ArrayList<>(all == null ? List.of() : all);
            more.add(reader);
            return List.copyOf(more);
        });
    }

    /// Takes a consumer away.
    void remove(StreamName stream, Reader reader) {
        readers.computeIfPresent(
                stream, (_, all) -> all.stream().filter(each -> each != reader).toList());
        reader.close();
    }

    /// A stream's consumers, in the order in which they were added.
    List<Reader> readers(StreamName stream) {
        return readers.getOrDefault(stream, List.of());
    }

    /// Does all that is due now. For one thread at a time.
    void step() {
        Instant now = engine.now();
        jobs.forEach((stream, job) -> {
            try {
                List<PutEntry> due = job.generator.due(job.settings, now);
                if (keys.mayUse(stream)) {
                    put(stream, due);
                }
            } catch (StreamRefusal refusal) {
                if (refusal.code() == StreamRefusal.Code.RESOURCE_NOT_FOUND && !exists(stream)) {
                    jobs.remove(stream);
                    sent.remove(stream);
                }
            } catch (KeyRefusal _) {
                // the key was withdrawn since it was looked at
            }
        });
        readers.forEach((stream, all) -> {
            if (keys.mayUse(stream)) {
                all.forEach(reader -> reader.step(now));
            }
            if (!exists(stream)) {
                all.forEach(Reader::close);
                readers.remove(stream);
            }
        });
    }

    private boolean exists(StreamName stream) {
        return engine.findProperties(stream).isPresent();
    }

    private void put(StreamName stream, List<PutEntry> due) {
        int from = 0;
        while (from < due.size()) {
            int to = from;
            long bytes = 0;
            while (to < due.size()
                    && to - from < StreamEngine.RECORDS_PER_PUT
                    && (to == from || bytes + due.get(to).bytes() <= BYTES_PER_PUT)) {
                bytes += due.get(to).bytes();
                to++;
            }
            var _ = engine.putRecords(stream, due.subList(from, to), keys); // what is refused is in the event log
            from = to;
        }
    }
}
