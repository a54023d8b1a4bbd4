package dev.rockpool.study.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;

/// Does numbered slices of work on a few threads. What a slice computes does not depend on the thread that does it, and
/// whoever sums up slices does so by their number: so results do not depend on how many threads there are.
final class Slices implements AutoCloseable {
    private final int threads;
    private final ForkJoinPool pool;

    Slices(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is less than 1");
        }
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    int threads() {
        return threads;
    }

    /// One slice of work.
    @FunctionalInterface
    interface Work {
        /// Does one slice.
        ///
        /// @param worker which thread does it, from 0; no two slices have the same worker at the same time
        /// @param slice its number, from 0
        void slice(int worker, int slice);
    }

    /// Does the slices 0 to `count` − 1 and returns when all are done.
    void run(int count, Work work) {
        int workers = Math.min(threads, count);
        if (workers <= 1) {
            for (int slice = 0; slice < count; slice++) {
                work.slice(0, slice);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<RecursiveAction> actions = new ArrayList<>(workers);
        for (int worker = 0; worker < workers; worker++) {
            actions.add(new Worker(worker, count, next, work));
        }
        ForkJoinTask.invokeAll(actions);
    }

    /// Runs a whole computation on the pool's own threads, so that it takes part in its slices.
    void within(Runnable computation) {
        if (threads == 1) {
            computation.run();
        } else {
            pool.submit(computation).join();
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static final class Worker extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final int worker;
        private final int count;
        private final transient AtomicInteger next;
        private final transient Work work;

        Worker(int worker, int count, AtomicInteger next, Work work) {
            this.worker = worker;
            this.count = count;
            this.next = next;
            this.work = work;
        }

        @Override
        protected void compute() {
            for (int slice = next.getAndIncrement(); slice < count; slice = next.getAndIncrement()) {
                work.slice(worker, slice);
            }
        }
    }
}
