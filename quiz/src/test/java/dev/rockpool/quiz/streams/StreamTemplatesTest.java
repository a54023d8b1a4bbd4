package dev.rockpool.quiz.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.shards.ShardsResult;
import dev.rockpool.simulators.shards.ShardsSnapshot;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.Admission;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers, computed a second time on another way: by hand from the documented limits for a thousand draws,
/// and by running the lab's simulation for a few.
final class StreamTemplatesTest {
    private static final int DRAWS = 1_000;
    private static final int RUNS = 6;
    private static final double MIB = 1 << 20;

    @Test
    void shardsNeededIsTheFewestThatRefuseNothing() {
        ShardsNeeded template = new ShardsNeeded();
        each(template, DRAWS, load -> {
            long shards = template.answer(load).longValueExact();
            assertThat(carries(load, shards)).isTrue();
            assertThat(carries(load, shards - 1)).isFalse();
        });
    }

    /// Whether a second of the load, dealt out evenly, is taken in by the engine's shards and read by all consumers.
    private static boolean carries(ShardsNeeded.Load load, long shards) {
        long most = Math.ceilDiv(load.recordsPerSecond(), shards);
        ShardWriteBudget busiest = new ShardWriteBudget();
        for (long record = 0; record < most; record++) {
            if (busiest.take(0, load.recordBytes()) != Admission.ADMITTED) {
                return false;
            }
        }
        return load.recordsPerSecond() * load.recordBytes() * load.consumers() <= shards * (2L << 20);
    }

    @Test
    void acceptedShareFollowsFromEachShardsLimit() {
        HotKeyAccepted template = new HotKeyAccepted();
        each(template, DRAWS, hot -> {
            BigDecimal load = BigDecimal.valueOf(hot.load());
            BigDecimal ofKey = load.multiply(BigDecimal.valueOf(hot.percent(), 2));
            BigDecimal others = load.subtract(ofKey).divide(BigDecimal.valueOf(hot.shards()), MathContext.DECIMAL64);
            BigDecimal accepted = BigDecimal.ZERO;
            for (int shard = 0; shard < hot.shards(); shard++) {
                accepted = accepted.add((shard == 0 ? others.add(ofKey) : others).min(BigDecimal.ONE));
            }
            assertThat(template.answer(hot).doubleValue())
                    .isCloseTo(accepted.divide(load, MathContext.DECIMAL64).doubleValue(), within(1e-12));
        });
    }

    @Test
    void acceptedShareIsSeenInTheLab() {
        HotKeyAccepted template = new HotKeyAccepted();
        each(template, RUNS, hot -> {
            Figure seen = figure(run(template.show(hot).orElseThrow()), "accepted-fraction");
            assertThat(seen.value()).isCloseTo(template.answer(hot).doubleValue(), within(0.01));
        });
    }

    @Test
    void pollingConsumersReadTheirPartInTheLab() {
        SharedReads template = new SharedReads();
        each(template, RUNS, readers -> {
            ShardsResult result = run(template.show(readers).orElseThrow());
            double each = result.perConsumer().stream()
                    .filter(consumer -> consumer.kind() == StreamConsumer.Kind.SHARED)
                    .mapToDouble(ShardsSnapshot.ConsumerState::recordsRead)
                    .average()
                    .orElseThrow();
            double perSecond =
                    each * result.scenario().recordBytes() / result.scenario().seconds();
            double answer = template.answer(readers).doubleValue();
            assertThat(perSecond / MIB)
                    .isCloseTo(Math.min(answer, readers.shards() * MIB) / MIB, within(answer / MIB * 0.05));
        });
    }

    @Test
    void pollingConsumersShareTwoMebibytesOfEveryShard() {
        SharedReads template = new SharedReads();
        each(
                template,
                DRAWS,
                readers -> assertThat(template.answer(readers).doubleValue() / MIB)
                        .isCloseTo(2.0 * readers.shards() / readers.polling(), within(1e-9)));
    }

    @Test
    void catchingUpTakesTheBacklogOverTheDifferenceOfTheRates() {
        CatchUp template = new CatchUp();
        each(template, DRAWS, outage -> {
            double in = outage.eighths() / 8.0;
            assertThat(template.stem(outage)).contains(" " + Decimals.plain(BigDecimal.valueOf(in)) + "\u00A0MiB/s");
            double closedForm = in * outage.minutes() * 60 / (2 - in);
            assertThat(template.answer(outage).doubleValue()).isBetween(closedForm - 1e-6, closedForm + 1);
        });
    }

    @Test
    void catchingUpIsSeenInTheLab() {
        CatchUp template = new CatchUp();
        each(template, RUNS, outage -> {
            ShardsResult result = run(template.show(outage).orElseThrow());
            long began = 60L + outage.seconds();
            long caughtUp = result.events().stream()
                    .filter(event -> event.second() > began)
                    .mapToLong(event -> event.second())
                    .max()
                    .orElseThrow();
            BigDecimal answer = template.answer(outage);
            assertThat((double) caughtUp - began)
                    .isCloseTo(
                            answer.doubleValue(),
                            within(template.tolerance(answer).doubleValue() + 5));
        });
    }

    @Test
    void theBillIsShardHoursAndWholePayloadUnits() {
        MonthlyBill template = new MonthlyBill();
        each(template, DRAWS, month -> {
            BigDecimal shardHours = BigDecimal.valueOf(730L * month.shards()).multiply(new BigDecimal("0.015"));
            BigDecimal units = BigDecimal.valueOf(month.recordKib()).divide(BigDecimal.valueOf(25), 0, RoundingMode.UP);
            BigDecimal records = BigDecimal.valueOf(month.recordsPerSecond() * 730 * 3_600);
            BigDecimal puts = records.multiply(units).multiply(new BigDecimal("0.000000014"));
            assertThat(template.answer(month)).isEqualByComparingTo(shardHours.add(puts));
        });
    }

    @Test
    void shardsNeededIsTheLabsFigure() {
        ShardsNeeded template = new ShardsNeeded();
        each(template, RUNS, load -> {
            LabScenario scenario = template.show(load).orElseThrow();
            assertThat(figure(run(scenario), "shards-needed").value())
                    .isEqualTo(template.answer(load).doubleValue());
        });
    }

    private interface Property<P> {
        void holds(P parameters);
    }

    private static <P> void each(Template<P> template, int count, Property<P> property) {
        int seen = 0;
        for (long seed = 0; seen < count; seed++) {
            RandomGenerator random = new Seed(seed).derive("trial");
            P parameters = template.draw(random);
            if (template.isFair(parameters)) {
                seen++;
                try {
                    property.holds(parameters);
                } catch (AssertionError failure) {
                    throw new AssertionError("seed " + seed + ", " + parameters + ": " + failure.getMessage(), failure);
                }
            }
        }
    }

    private static ShardsResult run(LabScenario shown) {
        assertThat(shown.lab()).isEqualTo(StreamScenarios.LAB.id());
        return StreamScenarios.LAB.run(StreamScenarios.LAB.codec().parse(shown.text()));
    }

    private static Figure figure(ShardsResult result, String id) {
        return result.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
