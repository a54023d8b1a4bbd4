package dev.rockpool.quiz.streams;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.Admission;
import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long a consumer needs to catch up after an outage: while it reads the backlog, new records arrive.
public final class CatchUp implements Template<CatchUp.Outage> {
    private static final int RECORD_BYTES = 2 << 10;
    private static final int RECORDS_PER_EIGHTH = 64;
    private static final int EIGHTHS = 8;
    private static final int LEAST_EIGHTHS = 2;
    private static final int LEAST_MINUTES = 2;
    private static final int MOST_MINUTES = 30;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int OUTAGE_BEGINS = 60;

    /// A poll of 10 MiB makes the shard refuse for five seconds, so nobody knows better.
    private static final BigDecimal LEAST_TOLERANCE = BigDecimal.valueOf(5);

    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

    private final TemplateTexts texts = new TemplateTexts(CatchUp.class, id());

    /// A consumer's outage.
    ///
    /// @param eighths of a MiB/s that the shard takes in
    /// @param minutes that the consumer stands still
    public record Outage(int eighths, int minutes) {
        long inPerSecond() {
            return (long) eighths * ShardWriteBudget.BYTES_PER_SECOND / EIGHTHS;
        }

        int seconds() {
            return minutes * SECONDS_PER_MINUTE;
        }

        long backlog() {
            return inPerSecond() * seconds();
        }
    }

    @Override
    public String id() {
        return "catch-up";
    }

    @Override
    public String title() {
        return texts.title();
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.NUMERIC;
    }

    @Override
    public Unit unit() {
        return Unit.SECONDS;
    }

    @Override
    public Outage draw(RandomGenerator random) {
        return new Outage(random.nextInt(LEAST_EIGHTHS, EIGHTHS + 1), random.nextInt(LEAST_MINUTES, MOST_MINUTES + 1));
    }

    @Override
    public boolean isFair(Outage outage) {
        return true;
    }

    /// By the engine's read budget, second after second.
    @Override
    public BigDecimal answer(Outage outage) {
        ShardReadBudget budget = ShardReadBudget.shared();
        long backlog = outage.backlog();
        long second = 0;
        while (backlog > 0) {
            backlog += outage.inPerSecond();
            if (budget.call(second) == Admission.ADMITTED) {
                long read = Math.min(backlog, budget.room(second));
                budget.returned(read);
                backlog -= read;
            }
            second++;
        }
        return BigDecimal.valueOf(second);
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return answer.multiply(TOLERANCE).max(LEAST_TOLERANCE);
    }

    @Override
    public List<WrongRule<Outage>> wrongRules() {
        return List.of(
                rule("forgot-new-arrivals", outage -> seconds(outage.backlog(), ShardReadBudget.BYTES_PER_SECOND)),
                rule("as-long-as-the-outage", outage -> BigDecimal.valueOf(outage.seconds())),
                rule(
                        "from-the-start-of-the-outage",
                        outage -> answer(outage).add(BigDecimal.valueOf(outage.seconds()))),
                new WrongRule<>(TemplateTexts.misconception("write-limit-as-read"), CatchUp::atTheWriteLimit),
                rule(
                        "shard-taken-for-full",
                        outage -> seconds(
                                (long) ShardWriteBudget.BYTES_PER_SECOND * outage.seconds(),
                                ShardReadBudget.BYTES_PER_SECOND - outage.inPerSecond())));
    }

    private static Optional<BigDecimal> atTheWriteLimit(Outage outage) {
        long surplus = ShardWriteBudget.BYTES_PER_SECOND - outage.inPerSecond();
        return surplus == 0 ? Optional.empty() : Optional.of(seconds(outage.backlog(), surplus));
    }

    @Override
    public String stem(Outage outage) {
        return texts.get("stem", Sizes.perSecond(outage.inPerSecond()), outage.minutes());
    }

    @Override
    public List<String> solution(Outage outage) {
        return texts.solution(
                Sizes.perSecond(outage.inPerSecond()),
                Unit.SECONDS.format(outage.seconds()),
                Unit.COUNT.number((double) outage.backlog() / ShardWriteBudget.BYTES_PER_SECOND),
                Sizes.perSecond(ShardReadBudget.BYTES_PER_SECOND - outage.inPerSecond()),
                Unit.SECONDS.format(answer(outage).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Outage outage) {
        int seconds = OUTAGE_BEGINS + outage.seconds() + answer(outage).intValueExact() + OUTAGE_BEGINS;
        return Optional.of(LabScenario.of(
                StreamScenarios.LAB,
                StreamScenarios.of(1, RECORD_BYTES, (long) outage.eighths() * RECORDS_PER_EIGHTH)
                        .withSeconds(seconds)
                        .withConsumers(List.of(new StreamConsumer(
                                "loader",
                                StreamConsumer.Kind.SHARED,
                                List.of(new StreamConsumer.Outage(OUTAGE_BEGINS, outage.seconds())))))));
    }

    @Override
    public List<String> facts() {
        return List.of("q12-c10", "q12-f5");
    }

    private static BigDecimal seconds(long bytes, long bytesPerSecond) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(bytesPerSecond), MathContext.DECIMAL64);
    }
}
