package dev.rockpool.quiz.layout;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.partitioning.Asked;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.LayoutReading;
import dev.rockpool.simulators.partitioning.PartitioningLab;
import dev.rockpool.simulators.partitioning.PartitioningScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a query of some days scans of a table that is partitioned by month.
public final class ScannedMonths extends NumericTemplate<ScannedMonths.Asking> {
    private static final PartitioningLab LAB = new PartitioningLab();
    private static final int DAYS = 365;
    private static final int GIGABYTE_EVENTS = 1_000;
    private static final int EVENT_BYTES = 1_000_000;

    /// A table and a query.
    ///
    /// @param gigabytes of a day
    /// @param days that the query names, the last ones of December
    public record Asking(int gigabytes, int days) {
        PartitioningScenario scenario() {
            return new PartitioningScenario(
                    List.of(KeyPart.YEAR, KeyPart.MONTH),
                    1,
                    DAYS,
                    (long) gigabytes * GIGABYTE_EVENTS,
                    EVENT_BYTES,
                    Asked.DAYS,
                    days,
                    true,
                    1,
                    "us-east-1");
        }

        BigDecimal of(int some) {
            return BigDecimal.valueOf((long) gigabytes * some);
        }
    }

    public ScannedMonths() {
        super(ScannedMonths.class, "partition-months", Unit.PLAIN, "0.002", "q05-f1");
    }

    @Override
    public Asking draw(RandomGenerator random) {
        return new Asking(whole(random, 1, 60), whole(random, 2, 28));
    }

    @Override
    public BigDecimal answer(Asking asking) {
        return BigDecimal.valueOf(LayoutReading.of(asking.scenario()).bytesScanned(), 9);
    }

    @Override
    public List<WrongRule<Asking>> wrongRules() {
        return List.of(
                rule("partition-cut-open", asking -> asking.of(asking.days())),
                rule("nothing-pruned", asking -> asking.of(DAYS)));
    }

    @Override
    public String stem(Asking asking) {
        return texts.get("stem", asking.gigabytes(), asking.days());
    }

    @Override
    public List<String> solution(Asking asking) {
        return texts.solution(asking.gigabytes(), key(asking));
    }

    @Override
    public Optional<LabScenario> show(Asking asking) {
        return Optional.of(LabScenario.of(LAB, asking.scenario()));
    }
}
