package dev.rockpool.quiz.streams;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.shards.SizingFormula;
import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How many shards a load needs: the strictest of three limits decides.
///
/// Sizes and rates are drawn so that the vendor's rounded formula and the limits themselves agree.
public final class ShardsNeeded implements Template<ShardsNeeded.Load> {
    private static final int[] RECORD_BYTES = {
        100, 200, 400, 512, 2 << 10, 4 << 10, 5 << 10, 8 << 10, 10 << 10, 16 << 10
    };
    private static final int RATE_STEP = 100;
    private static final int MOST_RATE_STEPS = 300;
    private static final int MOST_CONSUMERS = 5;
    private static final long FEWEST = 3;
    private static final long MOST = 60;
    private static final double DECIMAL_MEGABYTE = 1e6;

    private final TemplateTexts texts = new TemplateTexts(ShardsNeeded.class, id());

    /// Which limit decides.
    enum Limit {
        RECORDS,
        BYTES,
        READS
    }

    /// What producers send and consumers read.
    ///
    /// @param decides the limit that is to need the most shards
    /// @param recordBytes of every record
    /// @param recordsPerSecond of the whole stream, evenly spread
    /// @param consumers that poll, each reading everything
    public record Load(Limit decides, int recordBytes, long recordsPerSecond, int consumers) {
        long bytesPerSecond() {
            return recordBytes * recordsPerSecond;
        }

        long forRecords() {
            return Math.ceilDiv(recordsPerSecond, ShardWriteBudget.RECORDS_PER_SECOND);
        }

        long forBytes() {
            return Math.ceilDiv(bytesPerSecond(), ShardWriteBudget.BYTES_PER_SECOND);
        }

        long forReads() {
            return Math.ceilDiv(bytesPerSecond() * consumers, ShardReadBudget.BYTES_PER_SECOND);
        }

        long of(Limit limit) {
            return switch (limit) {
                case RECORDS -> forRecords();
                case BYTES -> forBytes();
                case READS -> forReads();
            };
        }
    }

    @Override
    public String id() {
        return "shards-needed";
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
        return Unit.SHARDS;
    }

    @Override
    public Load draw(RandomGenerator random) {
        return new Load(
                Limit.values()[random.nextInt(Limit.values().length)],
                RECORD_BYTES[random.nextInt(RECORD_BYTES.length)],
                (long) RATE_STEP * (1 + random.nextInt(MOST_RATE_STEPS)),
                1 + random.nextInt(MOST_CONSUMERS));
    }

    @Override
    public boolean isFair(Load load) {
        long needed = needed(load);
        long decided = load.of(load.decides());
        long second = 0;
        for (Limit limit : Limit.values()) {
            second = limit == load.decides() ? second : Math.max(second, load.of(limit));
        }
        return needed >= FEWEST
                && needed <= MOST
                && needed == decided
                && second < decided
                && needed == new SizingFormula(load.recordBytes(), load.recordsPerSecond(), load.consumers()).shards();
    }

    @Override
    public BigDecimal answer(Load load) {
        return BigDecimal.valueOf(needed(load));
    }

    /// By what the engine's shards take in and give out in a second.
    private static long needed(Load load) {
        int taken = new ShardWriteBudget().takeMany(0, load.recordBytes(), Integer.MAX_VALUE);
        long given = ShardReadBudget.shared().room(0);
        return Math.max(
                Math.ceilDiv(load.recordsPerSecond(), taken),
                Math.ceilDiv(load.bytesPerSecond() * load.consumers(), given));
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Load>> wrongRules() {
        return List.of(
                rule("forgot-record-limit", load -> whole(Math.max(load.forBytes(), load.forReads()))),
                rule("forgot-byte-limit", load -> whole(Math.max(load.forRecords(), load.forReads()))),
                rule("one-reader-for-all", load -> whole(Math.max(load.forBytes(), load.forRecords()))),
                rule("limits-added", load -> whole(load.forBytes() + load.forRecords())),
                rule("read-limit-as-write", ShardsNeeded::atTheReadLimit),
                rule("rounded-down", ShardsNeeded::roundedDown),
                rule("decimal-for-binary", ShardsNeeded::decimal));
    }

    private static BigDecimal atTheReadLimit(Load load) {
        return whole(Math.ceilDiv(load.bytesPerSecond(), ShardReadBudget.BYTES_PER_SECOND));
    }

    private static BigDecimal roundedDown(Load load) {
        return whole(Math.max(
                load.recordsPerSecond() / ShardWriteBudget.RECORDS_PER_SECOND,
                Math.max(
                        load.bytesPerSecond() / ShardWriteBudget.BYTES_PER_SECOND,
                        load.bytesPerSecond() * load.consumers() / ShardReadBudget.BYTES_PER_SECOND)));
    }

    private static BigDecimal decimal(Load load) {
        double megabytes = load.bytesPerSecond() / DECIMAL_MEGABYTE;
        double reads = megabytes * load.consumers() / 2;
        return whole(Math.max(load.forRecords(), (long) Math.ceil(Math.max(megabytes, reads))));
    }

    @Override
    public String stem(Load load) {
        return texts.get(
                load.consumers() == 1 ? "stem.one" : "stem",
                Unit.RECORDS_PER_SECOND.format((double) load.recordsPerSecond()),
                Sizes.shown(load.recordBytes()),
                load.consumers());
    }

    @Override
    public List<String> solution(Load load) {
        return texts.solution(
                Unit.COUNT.number(load.recordsPerSecond()),
                load.forRecords(),
                Sizes.perSecond(load.bytesPerSecond()),
                load.forBytes(),
                load.consumers(),
                Sizes.perSecond(load.bytesPerSecond() * load.consumers()),
                load.forReads(),
                needed(load));
    }

    @Override
    public Optional<LabScenario> show(Load load) {
        return Optional.of(LabScenario.of(
                StreamScenarios.LAB,
                StreamScenarios.of(Math.toIntExact(needed(load)), load.recordBytes(), load.recordsPerSecond())
                        .withConsumers(StreamScenarios.consumers(load.consumers(), 0))));
    }

    @Override
    public List<String> facts() {
        return List.of("q12-c9", "q12-c10");
    }

    private static BigDecimal whole(long shards) {
        return BigDecimal.valueOf(shards);
    }
}
