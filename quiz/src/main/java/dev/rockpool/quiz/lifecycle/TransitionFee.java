package dev.rockpool.quiz.lifecycle;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What it costs to move many objects: a request each, whatever their size.
public final class TransitionFee implements Template<TransitionFee.Move> {
    private static final String REGION = "us-east-1";
    private static final String INTO = "request.LIFECYCLE_TRANSITION_INTO.";
    private static final String PUT = "request.PUT_COPY_POST_LIST.";
    private static final BigDecimal A_THOUSAND = BigDecimal.valueOf(1_000);
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.STANDARD_IA, StorageClass.GLACIER_IR, StorageClass.GLACIER, StorageClass.DEEP_ARCHIVE);
    private static final int MOST_THOUSANDS = 400;
    private static final int STEP = 50_000;
    private static final int LEAST_KIB = 128;
    private static final int MOST_KIB_STEPS = 40;
    private static final int DAYS = 30;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");
    private static final Instant WRITTEN = Instant.parse("2026-01-01T09:00:00Z");

    private final TemplateTexts texts = new TemplateTexts(TransitionFee.class, id());

    /// Objects that move.
    ///
    /// @param objects how many
    /// @param kib the size of each
    /// @param to the class
    public record Move(long objects, int kib, StorageClass to) {
        LifecycleRule rule() {
            return LifecycleScenarios.rule().moving(DAYS, to);
        }

        BigDecimal gigabytes() {
            return BigDecimal.valueOf(objects)
                    .multiply(BigDecimal.valueOf(kib))
                    .divide(BigDecimal.valueOf(1 << 20), java.math.MathContext.DECIMAL64);
        }
    }

    @Override
    public String id() {
        return "lifecycle-fee";
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
        return Unit.USD;
    }

    @Override
    public Move draw(RandomGenerator random) {
        return new Move(
                (long) STEP * (1 + random.nextInt(MOST_THOUSANDS)),
                LEAST_KIB * (1 + random.nextInt(MOST_KIB_STEPS)),
                CLASSES.get(random.nextInt(CLASSES.size())));
    }

    @Override
    public boolean isFair(Move move) {
        return true;
    }

    @Override
    public BigDecimal answer(Move move) {
        return requests(INTO + move.to(), move.objects());
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return answer.multiply(TOLERANCE);
    }

    @Override
    public List<WrongRule<Move>> wrongRules() {
        return List.of(
                rule("fee-by-volume", move -> move.gigabytes().multiply(price(INTO + move.to()))),
                rule("fee-of-a-plain-put", move -> requests(PUT + StorageClass.STANDARD, move.objects())),
                rule("price-of-a-thousand-for-one", move -> answer(move).multiply(A_THOUSAND)));
    }

    @Override
    public String stem(Move move) {
        return texts.get(
                "stem",
                Unit.COUNT.number(move.objects()),
                Unit.KIB.format(move.kib()),
                TemplateTexts.name(move.to()),
                price(INTO + move.to()).stripTrailingZeros().toPlainString(),
                price(PUT + StorageClass.STANDARD).stripTrailingZeros().toPlainString());
    }

    @Override
    public List<String> solution(Move move) {
        return texts.solution(
                Unit.COUNT.number(move.objects()),
                price(INTO + move.to()).stripTrailingZeros().toPlainString(),
                Unit.USD.format(answer(move).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Move move) {
        return Optional.of(LifecycleScenarios.show(
                move.rule(),
                Versioning.DISABLED,
                move.objects(),
                List.of(new ObjectVersion(
                        ObjectVersion.NULL_ID, move.kib() * 1_024L, WRITTEN, StorageClass.STANDARD, Map.of(), false)),
                DAYS));
    }

    @Override
    public List<String> facts() {
        return List.of("q07-c2");
    }

    private static BigDecimal price(String item) {
        return requests(item, A_THOUSAND.longValueExact());
    }

    private static BigDecimal requests(String item, long count) {
        return new Biller(PricesInForce.book())
                .bill(List.of(new UsageLine(
                        "S3", item, REGION, BigDecimal.valueOf(count).movePointLeft(3))))
                .total()
                .amount();
    }
}
