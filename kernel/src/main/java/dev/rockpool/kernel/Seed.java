package dev.rockpool.kernel;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The one number from which every random stream of a run is derived.
///
/// Streams are derived **by name**, so that adding a consumer of randomness never shifts another's numbers.
/// The same seed and name give the same stream on every machine: the generator is `L64X128MixRandom`
/// (specified by `java.util.random`), started from the seed mixed with a 64-bit FNV-1a hash of the name
/// (Fowler, Noll, Vo; offset basis and prime as in IETF draft-eastlake-fnv).
///
/// @param value any 64-bit number
public record Seed(long value) {
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /// A random stream of its own for `name`.
    ///
    /// @param name what the stream is for, such as `fuzz/q12-f1/3`
    public RandomGenerator derive(String name) {
        return GENERATOR.create(mix(value ^ fnv1a(name)));
    }

    private static long fnv1a(String name) {
        long hash = FNV_OFFSET_BASIS;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), which spreads nearby seeds apart.
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
