package dev.rockpool.study;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Memories;
import dev.rockpool.study.statistics.Period;
import dev.rockpool.study.statistics.Retention;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// What the history says, as of one moment. Sums that are kept with every answer, so that nothing here reads the log;
/// only [#memories] reads every card. Safe for use by several threads; nothing here waits for studying.
///
/// Every method may throw [dev.rockpool.kernel.EnvironmentException] when the machine refuses.
public final class StudyStatistics {
    private final Database database;
    private final MemoryModel model;
    private final Seed seed;
    private final Moment moment;

    StudyStatistics(Database database, MemoryModel model, Seed seed, Moment moment) {
        this.database = database;
        this.model = model;
        this.seed = seed;
        this.moment = moment;
    }

    /// The present study day.
    public LocalDate today() {
        return LocalDate.ofEpochDay(moment.today());
    }

    /// True retention over each period, the shortest first.
    public List<Retention> retention() {
        return database.read(handle -> {
            StudyDays days = new StudyDays(handle);
            return Arrays.stream(Period.values())
                    .map(period -> days.retention(period, first(period)))
                    .toList();
        });
    }

    /// Predicted recall against recall. Predictions are those of the weights in use, whatever weights were in use then.
    ///
    /// @param period looks back to the start of the month in which it begins
    public Calibration calibration(Period period) {
        LocalDate first = period == Period.EVER
                ? LocalDate.EPOCH
                : LocalDate.ofEpochDay(first(period)).withDayOfMonth(1);
        return database.read(handle -> new AnswerSums(handle).calibration(first));
    }

    /// How the cards that were ever answered are remembered, those that no deck holds any more left out.
    public Memories memories() {
        Memories.Builder memories = new Memories.Builder();
        database.read(handle -> {
            new CardStates(handle, model, seed)
                    .eachMemory(
                            moment.today(),
                            card -> memories.add(
                                    card.memory().stability(), card.memory().difficulty()));
            return memories;
        });
        return memories.build();
    }

    private long first(Period period) {
        return period.days().isPresent() ? moment.today() - period.days().getAsInt() + 1 : LocalDate.EPOCH.toEpochDay();
    }
}
