package dev.rockpool.study.memory;

/// FSRS-6.
public final class Fsrs6 implements MemoryModel {
    private final Fsrs6Weights weights;

    public Fsrs6(Fsrs6Weights weights) {
        this.weights = weights;
    }

    @Override
    public Version version() {
        return new Version("fsrs", 6);
    }

    @Override
    public MemoryState first(Rating rating) {
        return new MemoryState(weights.values().get(rating.number() - 1), 5);
    }

    @Override
    public MemoryState next(MemoryState before, long elapsedDays, Rating rating) {
        return pending();
    }

    @Override
    public double retrievability(MemoryState state, double elapsedDays) {
        return pending();
    }

    @Override
    public double interval(MemoryState state, double desiredRetention) {
        return pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("lands with the next commits");
    }
}
