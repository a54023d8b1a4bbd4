package dev.rockpool.platform;

import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// One running platform: its clock, its stream engine, and the meter that heard all it did.
///
/// The meter counts from the moment the platform was opened. Safe for several threads.
public final class Platform implements AutoCloseable {
    private final PlatformClock clock;
    private final Meter meter;
    private final StreamEngine streams;

    private Platform(PlatformClock clock, Meter meter, StreamEngine streams) {
        this.clock = clock;
        this.meter = meter;
        this.streams = streams;
    }

    /// Opens the platform whose streams are in `folder`.
    ///
    /// @param listener hears every event after the meter did
    /// @throws dev.rockpool.kernel.EnvironmentException as [StreamEngine#open(Path, java.time.InstantSource,
    ///     StreamEngineOptions, StreamListener)]
    public static Platform open(
            Path folder, PlatformClock clock, StreamEngineOptions options, StreamListener listener) {
        Meter meter = new Meter(clock.instant());
        StreamEngine streams = StreamEngine.open(folder, clock, options, event -> {
            meter.happened(event);
            listener.happened(event);
        });
        Instant now = clock.instant();
        streams.listStreams().forEach(stream -> meter.found(stream, now));
        return new Platform(clock, meter, streams);
    }

    /// The time that this platform goes by. Who sets it forward does so with [#advance].
    public PlatformClock clock() {
        return clock;
    }

    /// What was used.
    public Meter meter() {
        return meter;
    }

    /// The stream engine.
    public StreamEngine streams() {
        return streams;
    }

    /// What was used up to now, with all that was due by now done.
    public MeterReading reading() {
        streams.settle();
        return meter.read(clock.instant());
    }

    /// Sets the clock forward and does all that falls due; answers the new time.
    ///
    /// @throws IllegalStateException if the clock is real
    public Instant advance(Duration step) {
        Instant now = clock.advance(step);
        streams.settle();
        return now;
    }

    @Override
    public void close() {
        streams.close();
    }
}
