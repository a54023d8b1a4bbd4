package dev.rockpool.app.desktop;

import dev.rockpool.app.store.SampleBucket;
import dev.rockpool.app.store.StoreDesk;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.Sync;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The platforms of the tour's learners. Keys and version ids are the same at each run.
final class TourStore {
    private static final int LONG_LIST = 2_000;

    private TourStore() {}

    /// How the platform of a learner in `folder` is opened, on a clock that stands until it is moved; not for data that
    /// is to be kept.
    static PlatformOptions options(Path folder) {
        return PlatformOptions.in(new DataDirectory(folder).platform())
                .with(new ClockSetting.Virtual(TourWorld.CLOCK.instant(), 0))
                .with(ObjectStoreOptions.standard().sync(false).seeded(new Seed(2026)))
                .with(StreamEngineOptions.standard().with(Sync.OFF));
    }

    /// Numbers that anybody could guess.
    static SecureRandom random() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(2_026);
            return random;
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java has SHA1PRNG", failure);
        }
    }

    /// Puts buckets and objects into a new learner's platform.
    static void fill(TourState state, Path folder, InstantSource clock) {
        if (state == TourState.EMPTY || state == TourState.ERROR) {
            return;
        }
        try (Platform platform = Platform.open(options(folder), clock, random())) {
            StoreDesk desk = new StoreDesk(platform);
            SampleBucket.make(desk);
            desk.create("harbour-logs");
            if (state == TourState.HEAVY) {
                byte[] line = "2026-03-18T09:30:00Z ok\n".getBytes(StandardCharsets.UTF_8);
                for (int number = 0; number < LONG_LIST; number++) {
                    desk.put(
                            "harbour-logs",
                            "gate-%04d/2026/03/18/events-of-the-northern-approaches.log".formatted(number),
                            NewObject.PLAIN,
                            new ByteArrayInputStream(line));
                }
                for (int number = 1; number <= 24; number++) {
                    desk.create("harbour-archive-of-the-northern-approaches-%02d".formatted(number));
                }
            }
        }
    }
}
