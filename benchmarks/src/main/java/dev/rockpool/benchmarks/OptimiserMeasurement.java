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
import java.util.Optional;
import java.util.stream.Collectors;

/// Fits the weights to synthetic review logs, in turns with fsrs-rs in the same run: reviews a second of both, and the
/// log loss of both results as fsrs-rs measures it.
final class OptimiserMeasurement implements Measurement {
    /// How many reviews are fitted before the first measured round, so that the JVM has compiled what is measured.
    private static final int WARM_REVIEWS = 500_000;

    private static final int ROUNDS = 7;

    /// Which the bound on the difference of log losses is taken from.
    private static final double LOSS_ABOVE = 0.0005;

    @Override
    public String name() {
        return "optimiser";
    }

    @Override
    public String description() {
        return "fitting FSRS-6 to review logs of 10,000 and 100,000 reviews on one thread, in turns with fsrs-rs";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        Optional<Path> node = run.peers().node();
        if (node.isEmpty()) {
            run.missing("fsrs-rs", "its npm package could not be installed; Node.js 20 and npm are needed");
            return;
        }
        Path script = node.get().resolve("fsrs-rs-optimise.mjs");
        for (int reviews : new int[] {10_000, 100_000}) {
            Path log = run.folder().resolve(reviews + ".csv");
            SyntheticLog.write(log, reviews, new Seed(7));
            fit(run, log, script);
        }
    }

    private static void fit(BenchRun run, Path log, Path script) throws IOException {
        ReviewHistories histories = ReviewHistories.of(
                ReviewLogCsv.read(log), new StudyCalendar(ZoneOffset.UTC, StudyCalendar.STANDARD_ROLLOVER));
        double ours = Double.POSITIVE_INFINITY;
        double theirs = Double.POSITIVE_INFINITY;
        double theirLoss = 0;
        Fit fit = fit(histories);
        for (int warmed = 0; warmed < WARM_REVIEWS; warmed += histories.reviews()) {
            fit(histories);
        }
        try (Peer peer = new Peer(script, log)) {
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                fit = fit(histories);
                ours = Math.min(ours, (System.nanoTime() - begin) / 1e9);
                String[] answer = peer.ask("optimise").split(" ", 4);
                theirs = Math.min(theirs, Double.parseDouble(answer[0]) / 1e3);
                theirLoss = Double.parseDouble(answer[1]);
            }
            String of = "%,d reviews".formatted(histories.reviews());
            run.tell(Figure.of(of, histories.reviews() / ours, "reviews/s")
                    .beside("fsrs-rs", histories.reviews() / theirs)
                    .atLeast(2));
            double ourLoss = Double.parseDouble(
                    peer.ask("evaluate " + words(fit.weights())).split(" ", 2)[0]);
            run.tell(Figure.of(of + ", log loss above that of fsrs-rs", ourLoss - theirLoss, "")
                    .atMost(LOSS_ABOVE));
        }
    }

    private static Fit fit(ReviewHistories histories) {
        return new Optimiser(histories, 1, new Seed(2023), 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
    }

    private static String words(Fsrs6Weights weights) {
        return weights.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /// fsrs-rs in a process of its own, one line a question.
    private static final class Peer implements AutoCloseable {
        private final Process process;
        private final BufferedWriter questions;
        private final BufferedReader answers;

        Peer(Path script, Path log) throws IOException {
            process = new ProcessBuilder("node", script.toString(), log.toString())
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

        @Override
        public void close() throws IOException {
            questions.close();
            process.onExit().join();
        }
    }
}
