package dev.rockpool.app.command;

import dev.rockpool.study.log.ReviewLogCsv;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.Finding;
import dev.rockpool.study.optimise.Fit;
import dev.rockpool.study.optimise.Metrics;
import dev.rockpool.study.optimise.Optimiser;
import dev.rockpool.study.optimise.Progress;
import dev.rockpool.study.optimise.ReviewHistories;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JsonGenerator;

/// `optimize LOG.csv`: the weights of FSRS-6 that fit a log.
@Command(
        name = "optimize",
        description = {
            "Fits the 21 weights of FSRS-6 to a log and prints one JSON object: the weights, log loss and RMSE (bins)"
                    + " of the standard weights and of these, how many reviews the log has, and how many were fitted a"
                    + " second. Where fitting gains nothing, the standard weights stay; standard error says so.",
            "The log is a CSV file with the columns card_id, review_time (ISO-8601 with offset, or epoch"
                    + " milliseconds), review_rating (1 to 4), and optionally review_state and review_duration."
        })
final class OptimizeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(paramLabel = "LOG.csv", description = "The review log.")
    private @Nullable Path log;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Where the day turns, at 04:00 (default: UTC).")
    private ZoneId timezone = ZoneOffset.UTC;

    @Option(names = "--json", description = "A JSON object, which it always is.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        Machine machine = Parent.of(rockpool).machine();
        StudyCalendar calendar = new StudyCalendar(timezone, StudyCalendar.STANDARD_ROLLOVER);
        ReviewHistories histories = ReviewHistories.of(ReviewLogCsv.read(Parent.of(log)), calendar);
        InstantSource clock = machine.clock();
        Instant begin = clock.instant();
        Fit fit = new Optimiser(
                        histories, SchedulerOptions.STANDARD.relearningSteps().size())
                .fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        Duration taken = Duration.between(begin, clock.instant());
        try (JsonLines lines = new JsonLines(machine.out())) {
            lines.line(fields -> write(fit, taken, fields));
        }
        explain(fit, machine.err());
        return ExitCode.DONE;
    }

    private static void write(Fit fit, Duration taken, JsonGenerator fields) {
        fields.writeArrayPropertyStart("weights");
        fit.weights().values().forEach(fields::writeNumber);
        fields.writeEndArray();
        write("logLossBefore", fit.before(), Metrics::logLoss, fields);
        write("logLossAfter", fit.after(), Metrics::logLoss, fields);
        write("rmseBinsBefore", fit.before(), Metrics::rmseBins, fields);
        write("rmseBinsAfter", fit.after(), Metrics::rmseBins, fields);
        fields.writeNumberProperty("reviews", fit.reviews());
        double seconds = Math.max(taken.toNanos(), 1) / 1e9;
        fields.writeNumberProperty("reviewsPerSecond", Math.round(fit.reviews() / seconds));
    }

    /// Null where the log has nothing to measure on.
    private static void write(
            String name, Optional<Metrics> metrics, ToDoubleFunction<Metrics> number, JsonGenerator fields) {
        if (metrics.isPresent()) {
            fields.writeNumberProperty(name, number.applyAsDouble(metrics.get()));
        } else {
            fields.writeNullProperty(name);
        }
    }

    private static void explain(Fit fit, PrintWriter err) {
        String outcome = switch (fit.outcome()) {
            case TAKEN -> "The fitted weights predict this log better than the standard ones.";
            case KEPT_NOT_BETTER -> "The standard weights stay: fitted ones do not predict this log better.";
            case KEPT_TOO_FEW ->
                "The standard weights stay: of " + fit.reviews() + " reviews, " + fit.items()
                        + " can be learnt from, and it takes " + Optimiser.LEAST_ITEMS + ".";
        };
        err.println(outcome);
        fit.findings().forEach(finding -> explain(finding, err));
        err.flush();
    }

    private static void explain(Finding finding, PrintWriter err) {
        switch (finding) {
            case TOO_FEW_TO_FIT -> {
                // the outcome says so
            }
            case FIRST_STABILITIES_ONLY ->
                err.println("There are few reviews: only the stabilities after a first review (w0 to w3) were fitted.");
            case FEW -> err.println("There are few reviews: fit again after some weeks.");
            case ALWAYS_RECALLED ->
                err.println("No review was a lapse, so the log does not say how fast cards are forgotten.");
            case NEVER_RECALLED -> err.println("Every review was a lapse: is the log whole?");
            case POOR_FIT ->
                err.println("The model predicts this log badly even so: are answers rated by recall alone, and is"
                        + " Hard never given for a card that was forgotten?");
        }
    }
}
