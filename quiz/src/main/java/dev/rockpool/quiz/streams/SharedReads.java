package dev.rockpool.quiz.streams;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What each of several consumers can read: those that poll share a shard's budget, those with enhanced fan-out have
/// their own.
public final class SharedReads implements Template<SharedReads.Readers> {
    private static final int RECORD_BYTES = 2 << 10;
    private static final int RECORDS_PER_MIB = 512;
    private static final int MIB_SHIFT = 20;
    private static final int LEAST_SHARDS = 2;
    private static final int MOST_SHARDS = 12;
    private static final int LEAST_POLLING = 2;
    private static final int MOST_POLLING = 6;
    private static final int MOST_FAN_OUT = 4;

    private final TemplateTexts texts = new TemplateTexts(SharedReads.class, id());

    /// A stream and who reads it.
    ///
    /// @param shards of the stream
    /// @param polling consumers that call *GetRecords*
    /// @param fanOut consumers with enhanced fan-out
    public record Readers(int shards, int polling, int fanOut) {
        /// `bytes` a second of every shard, shared by `sharers`.
        BigDecimal each(long bytes, int sharers) {
            return BigDecimal.valueOf(bytes * shards).divide(BigDecimal.valueOf(sharers), MathContext.DECIMAL64);
        }
    }

    @Override
    public String id() {
        return "shared-reads";
    }

    @Override
    public String title() {
        return texts.title();
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.MULTIPLE_CHOICE;
    }

    @Override
    public Unit unit() {
        return Unit.MIB_PER_SECOND;
    }

    @Override
    public Readers draw(RandomGenerator random) {
        return new Readers(
                random.nextInt(LEAST_SHARDS, MOST_SHARDS + 1),
                random.nextInt(LEAST_POLLING, MOST_POLLING + 1),
                random.nextInt(1, MOST_FAN_OUT + 1));
    }

    /// The right answer is no number of the stem: who takes what the stem names would have it by chance.
    @Override
    public boolean isFair(Readers readers) {
        return Stream.of(readers.shards(), readers.polling(), readers.fanOut())
                .noneMatch(named -> answer(readers).compareTo(BigDecimal.valueOf((long) named << MIB_SHIFT)) == 0);
    }

    @Override
    public BigDecimal answer(Readers readers) {
        return readers.each(ShardReadBudget.shared().room(0), readers.polling());
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Readers>> wrongRules() {
        return List.of(
                rule("one-readers-share-for-all", readers -> readers.each(ShardReadBudget.BYTES_PER_SECOND, 1)),
                rule(
                        "fan-out-shares-the-budget",
                        readers ->
                                readers.each(ShardReadBudget.BYTES_PER_SECOND, readers.polling() + readers.fanOut())),
                rule(
                        "write-limit-as-read",
                        readers -> readers.each(ShardWriteBudget.BYTES_PER_SECOND, readers.polling())),
                rule(
                        "one-shard-for-the-stream",
                        readers -> new Readers(1, readers.polling(), readers.fanOut())
                                .each(ShardReadBudget.BYTES_PER_SECOND, readers.polling())),
                rule("call-limit-as-rate", readers -> readers.each(ShardReadBudget.BYTES_PER_CALL, readers.polling())),
                rule(
                        "fan-out-adds-to-the-pool",
                        readers -> readers.each(
                                ShardReadBudget.BYTES_PER_SECOND * (1L + readers.fanOut()), readers.polling())));
    }

    @Override
    public String stem(Readers readers) {
        return texts.get(
                readers.fanOut() == 1 ? "stem.one" : "stem", readers.shards(), readers.polling(), readers.fanOut());
    }

    @Override
    public List<String> solution(Readers readers) {
        return texts.solution(
                readers.shards(),
                readers.polling(),
                readers.fanOut(),
                Sizes.perSecond(ShardReadBudget.BYTES_PER_SECOND),
                Sizes.perSecond((long) ShardReadBudget.BYTES_PER_SECOND * readers.shards()),
                unit().format(answer(readers).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Readers readers) {
        return Optional.of(LabScenario.of(
                StreamScenarios.LAB,
                StreamScenarios.of(readers.shards(), RECORD_BYTES, (long) readers.shards() * RECORDS_PER_MIB)
                        .withConsumers(StreamScenarios.consumers(readers.polling(), readers.fanOut()))));
    }

    @Override
    public List<String> facts() {
        return List.of("q12-c10", "q12-f10");
    }
}
