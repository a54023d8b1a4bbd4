package dev.rockpool.benchmarks;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Next states a second and thread: one random chain of reviews that goes on, a third of them on the same day.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Fsrs6Benchmark {
    private static final int DRAWN = 4_096;
    private static final long SEED = 20_261_125L;

    private final Fsrs6 model = new Fsrs6(Fsrs6Weights.STANDARD);
    private final Rating[] ratings = new Rating[DRAWN];
    private final long[] elapsedDays = new long[DRAWN];
    private MemoryState state = model.first(Rating.GOOD);
    private int place;

    /// Draws the ratings and gaps; afterwards only the model works.
    public Fsrs6Benchmark() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Rating> all = List.of(Rating.values());
        for (int i = 0; i < DRAWN; i++) {
            ratings[i] = all.get(random.nextInt(all.size()));
            elapsedDays[i] = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 100);
        }
    }

    /// The state after one more review.
    @Benchmark
    public MemoryState nextState() {
        int drawn = place++ % DRAWN;
        state = model.next(state, elapsedDays[drawn], ratings[drawn]);
        if (place == Integer.MAX_VALUE) {
            place = 0;
        }
        return state;
    }
}
