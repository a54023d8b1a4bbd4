package dev.rockpool.benchmarks;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.log.ReviewLogCsv;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.Fit;
import dev.rockpool.study.optimise.Optimiser;
import dev.rockpool.study.optimise.Progress;
import dev.rockpool.study.optimise.ReviewHistories;
import dev.rockpool.study.schedule.StudyCalendar;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Fits the weights to review logs, in turns with fsrs-rs in the same run: reviews a second of both, and the log loss
/// of
/// both results as fsrs-rs measures it.
///
///     java -cp … dev.rockpool.benchmarks.OptimiserBenchmark FOLDER/fsrs-rs-optimise.mjs ROUNDS LOG.csv…
///
/// The script needs its package beside it; its head says how. Without a script (`-`) only Rockpool runs.
public final class OptimiserBenchmark {
    /// How many reviews are fitted before the first measured round, so that the JVM has compiled what is measured.
    private static final int WARM_REVIEWS = 500_000;

    private OptimiserBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        for (String log : Arrays.asList(arguments).subList(2, arguments.length)) {
            measure(log, arguments[0], rounds);
        }
    }

    private static void measure(String log, String script, int rounds) throws IOException {
        ReviewHistories histories = ReviewHistories.of(
                ReviewLogCsv.read(Path.of(log)), new StudyCalendar(ZoneOffset.UTC, StudyCalendar.STANDARD_ROLLOVER));
        int[] threads = {1, 2};
        double[][] millis = new double[threads.length + 1][rounds];
        Fit fit = fit(histories, 1);
        String theirs = "";
        Peer peer = script.equals("-") ? null : new Peer(script, log);
        for (int reviews = 0; reviews < WARM_REVIEWS; reviews += histories.reviews()) {
            fit(histories, 1);
            fit(histories, 2);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < threads.length; i++) {
                long begin = System.nanoTime();
                fit = fit(histories, threads[i]);
                millis[i][round] = (System.nanoTime() - begin) / 1e6;
            }
            if (peer != null) {
                String[] answer = peer.ask("optimise").split(" ", 4);
                millis[threads.length][round] = Double.parseDouble(answer[0]);
                theirs = answer[1] + " rmse " + answer[2];
            }
        }
        String ours = fit.after().orElseThrow().logLoss() + " rmse "
                + fit.after().orElseThrow().rmseBins();
        System.out.println(log + ": " + histories.reviews() + " reviews, " + fit.items() + " items, " + fit.outcome()
                + " " + fit.findings());
        System.out.println("  weights " + fit.weights().values());
        System.out.println("  before  " + fit.before().orElseThrow());
        System.out.println("  our own measure " + ours);
        for (int i = 0; i < threads.length; i++) {
            report("Rockpool, threads " + threads[i], millis[i], histories.reviews());
        }
        if (peer != null) {
            report("fsrs-rs", millis[threads.length], histories.reviews());
            String measured = peer.ask("evaluate " + words(fit.weights()));
            System.out.println("  log loss as fsrs-rs measures it: Rockpool " + measured.replace(" ", " rmse ")
                    + ", fsrs-rs " + theirs);
            peer.close();
        }
    }

    private static Fit fit(ReviewHistories histories, int threads) {
        return new Optimiser(histories, 1, new Seed(2023), threads).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
    }

    private static String words(Fsrs6Weights weights) {
        return weights.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void report(String name, double[] millis, int reviews) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        System.out.printf(
                Locale.ROOT,
                "  %-20s best %8.1f ms %,10.0f reviews/s, median %8.1f ms %,10.0f reviews/s%n",
                name,
                sorted[0],
                reviews / sorted[0] * 1e3,
                median,
                reviews / median * 1e3);
    }

    /// fsrs-rs in a process of its own, one line a question.
    private static final class Peer {
        private final Process process;
        private final BufferedWriter questions;
        private final BufferedReader answers;

        Peer(String script, String log) throws IOException {
            process = new ProcessBuilder("node", script, log)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            questions = process.outputWriter();
            answers = process.inputReader();
        }

        String ask(String question) throws IOException {
            questions.write(question + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the peer ended");
            }
            return answer;
        }

        void close() throws IOException {
            questions.close();
            process.onExit().join();
        }
    }
}
