package dev.rockpool.app.command;

import dev.rockpool.study.log.LoggedReview;
import dev.rockpool.study.log.ReplayedReview;
import dev.rockpool.study.log.ReviewLogCsv;
import dev.rockpool.study.log.ScheduleReplay;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `schedule LOG.csv`: what FSRS-6 makes of each review of a log.
@Command(
        name = "schedule",
        description = {
            "Prints one JSON line for each review of a log, in the log's order: card, state, stability (days) and"
                    + " difficulty after it, retrievability just before it (null at a card's first), and when the card"
                    + " is due.",
            "The log is a CSV file with the columns card_id, review_time (ISO-8601 with offset, or epoch"
                    + " milliseconds), review_rating (1 to 4), and optionally review_state and review_duration."
        })
final class ScheduleCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(paramLabel = "LOG.csv", description = "The review log.")
    private @Nullable Path log;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Where the day turns, at 04:00 (default: UTC).")
    private ZoneId timezone = ZoneOffset.UTC;

    @Option(names = "--json", description = "JSON lines, which they always are.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        List<LoggedReview> reviews = ReviewLogCsv.read(Parent.of(log));
        StudyCalendar calendar = new StudyCalendar(timezone, StudyCalendar.STANDARD_ROLLOVER);
        ScheduleReplay replay = new ScheduleReplay(Fsrs6Weights.STANDARD, SchedulerOptions.STANDARD, calendar);
        List<ReplayedReview> results = replay.replay(reviews);
        try (JsonLines lines = new JsonLines(Parent.of(rockpool).machine().out())) {
            results.forEach(result -> write(result, lines));
        }
        return ExitCode.DONE;
    }

    private static void write(ReplayedReview result, JsonLines lines) {
        lines.line(fields -> {
            fields.writeStringProperty("card", result.cardId());
            fields.writeStringProperty("state", result.stateName());
            fields.writeNumberProperty("stability", result.stability());
            fields.writeNumberProperty("difficulty", result.difficulty());
            if (result.retrievability().isPresent()) {
                fields.writeNumberProperty(
                        "retrievability", result.retrievability().getAsDouble());
            } else {
                fields.writeNullProperty("retrievability");
            }
            fields.writeStringProperty("due", result.due().toString());
        });
    }
}
