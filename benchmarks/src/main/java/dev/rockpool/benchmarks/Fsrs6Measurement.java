package dev.rockpool.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/// [Fsrs6Benchmark] beside the other implementations of FSRS-6, on the same mix of reviews.
final class Fsrs6Measurement implements Measurement {
    @Override
    public String name() {
        return "fsrs";
    }

    @Override
    public String description() {
        return "next states of FSRS-6 on one thread, beside fsrs-rs (through its binding) and ts-fsrs";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException, RunnerException {
        double ours = JmhScore.of(Fsrs6Benchmark.class, "").values().iterator().next() / 1e6;
        Figure figure = Figure.of("next states", ours, "million/s");
        run.tell(figure.atLeast(1));
        Optional<Path> node = run.peers().node();
        if (node.isEmpty()) {
            run.missing("fsrs-rs, ts-fsrs", "their npm packages could not be installed; Node.js 20 and npm are needed");
            return;
        }
        Process process = new ProcessBuilder(
                        List.of("node", node.get().resolve("fsrs-rs.mjs").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] answer = line.split("\t", 2);
                run.tell(figure.beside(answer[0], Double.parseDouble(answer[1]) / 1e6));
            }
        }
    }
}
