package dev.rockpool.app.streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws partition keys by their shares. Keys bear the names that the shards lab gives them, so that they lie at the
/// same places of the ring.
final class KeyDraw {
    /// The name of the hot key.
    static final String HOT = "hot";

    private static final double WHOLE = 100.0;

    private final String[] names;
    private final double[] upTo;

    private KeyDraw(String[] names, double[] weights) {
        this.names = names;
        upTo = new double[weights.length];
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at];
            upTo[at] = sum;
        }
    }

    static KeyDraw of(GeneratorSettings settings) {
        boolean hot = settings.keys() == GeneratorSettings.Keys.HOT;
        int count = GeneratorSettings.KEYS + (hot ? 1 : 0);
        String[] names = new String[count];
        double[] weights = new double[count];
        for (int at = 0; at < count; at++) {
            int rank = hot ? at : at + 1;
            names[at] = hot && at == 0 ? HOT : "key-" + rank;
            weights[at] = switch (settings.keys()) {
                case EVEN -> 1;
                case SKEWED -> 1.0 / rank;
                case HOT ->
                    at == 0
                            ? settings.hotPercent() / WHOLE
                            : (1 - settings.hotPercent() / WHOLE) / GeneratorSettings.KEYS;
            };
        }
        return new KeyDraw(names, weights);
    }

    String draw(RandomGenerator random) {
        double wanted = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, wanted);
        int at = found >= 0 ? found + 1 : -found - 1;
        return names[Math.min(at, names.length - 1)];
    }
}
