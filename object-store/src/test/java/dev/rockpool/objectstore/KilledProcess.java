package dev.rockpool.objectstore;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The process that [KillTest] kills: threads that write keys over and over, and print what was acknowledged.
///
/// Each line is `key number .`: the key holds the body of that number, or of a later one.
final class KilledProcess {
    static final String BUCKET = "load";
    static final MovingClock CLOCK = new MovingClock("2026-10-01T12:00:00Z");
    static final Requester REQUESTER = new Requester(new Owner("owner", "owner"), "arn", DataKeys.NONE);
    /// Small volumes, so that they are sealed, checkpointed and compacted all the time.
    static final ObjectStoreOptions OPTIONS = ObjectStoreOptions.standard().sizes(20_000, 100_000, 50_000);

    private static final int THREADS = 4;
    private static final int KEYS = 7;

    private KilledProcess() {}

    public static void main(String[] arguments) {
        int life = Integer.parseInt(arguments[1]);
        ObjectStore store = ObjectStore.open(Path.of(arguments[0]), Disk.real(), CLOCK, OPTIONS, StoreListener.NONE);
        if (store.findBucket(BUCKET).isEmpty()) {
            store.createBucket(REQUESTER, BUCKET, "us-east-1", false, Map.of());
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "thread-" + thread;
            Thread.ofPlatform().start(() -> put(store, name, life * 1_000_000, out));
        }
    }

    static byte[] body(int number) {
        byte[] body = new byte[number % 11 == 0 ? 40_000 : number * 37 % 5_000];
        new Seed(number).derive("body").nextBytes(body);
        return body;
    }

    private static void put(ObjectStore store, String name, int first, PrintStream out) {
        for (int number = first; ; number++) {
            String key = name + "-" + number % KEYS;
            NewObject object = NewObject.PLAIN.described(Map.of(), Map.of("number", Integer.toString(number)));
            try {
                store.putObject(BUCKET, key, PutRequest.by(REQUESTER).with(object), StoreFixture.stream(body(number)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.println(key + " " + number + " .");
        }
    }
}
