package dev.rockpool.streamengine;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The process that [KillTest] kills: threads that put, and print what was acknowledged. Every other life of it
/// encrypts what it puts.
///
/// Each line is `thread first count .`: records `thread first` to `thread first+count-1` are durable.
final class KilledProcess {
    static final StreamName STREAM = new StreamName("load");
    static final DataKeys KEYS = new KeysInClear();
    static final int THREADS = 4;
    static final int MOST_AT_ONCE = 20;

    private KilledProcess() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int life = Integer.parseInt(arguments[1]);
        MovingClock clock = new MovingClock("2026-10-01T12:00:00Z");
        clock.advanceSeconds(3L * life);
        StreamEngine engine = StreamEngine.open(
                folder,
                clock,
                StreamEngineOptions.standard().with(StreamEngineOptions.Limits.OFF),
                StreamListener.NONE);
        if (engine.listStreams().isEmpty()) {
            engine.createStream(STREAM, 3);
        }
        clock.advanceSeconds(1);
        boolean isEncrypted = life % 2 == 1;
        engine.switchKey(STREAM, isEncrypted ? Optional.of(new StreamKey("key", "")) : Optional.empty());
        clock.advanceSeconds(1);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = life + "/" + thread;
            Thread.ofPlatform().start(() -> put(engine, name, out));
        }
    }

    private static void put(StreamEngine engine, String name, PrintStream out) {
        int next = 0;
        while (true) {
            int count = 1 + next % MOST_AT_ONCE;
            List<PutEntry> entries = new ArrayList<>();
            for (int at = next; at < next + count; at++) {
                String text = name + " " + at + " " + "x".repeat(at * 37 % 1500);
                entries.add(PutEntry.of(name + "-" + at % 7, text.getBytes(StandardCharsets.US_ASCII)));
            }
            for (PutResult result : engine.putRecords(STREAM, entries, KEYS)) {
                if (result instanceof PutResult.Failed failed) {
                    throw new IllegalStateException(failed.toString());
                }
            }
            out.println(name + " " + next + " " + count + " .");
            next += count;
        }
    }
}
