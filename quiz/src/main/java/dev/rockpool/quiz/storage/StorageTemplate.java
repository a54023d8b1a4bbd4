package dev.rockpool.quiz.storage;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.storageclasses.StorageClassesLab;
import dev.rockpool.simulators.storageclasses.StorageClassesScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// A template whose answer is an amount of USD to choose, unless it says otherwise.
abstract sealed class StorageTemplate<P> implements Template<P>
        permits MinimumSize, ShortStay, ArchiveOverhead, ReadCost, Payback, TieringMonth, RestoreCost {
    private static final StorageClassesLab LAB = new StorageClassesLab();
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");
    private static final BigDecimal LEAST_ANSWER = BigDecimal.ONE;

    private final String id;
    private final List<String> facts;

    /// The sentences of this template.
    final TemplateTexts texts;

    StorageTemplate(String id, String... facts) {
        this.id = id;
        this.facts = List.of(facts);
        texts = new TemplateTexts(StorageTemplate.class, id);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return texts.title();
    }

    @Override
    public final List<String> facts() {
        return facts;
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.MULTIPLE_CHOICE;
    }

    @Override
    public Unit unit() {
        return Unit.USD;
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return answer.multiply(TOLERANCE);
    }

    /// Amounts below a dollar differ in digits that are not shown.
    @Override
    public boolean isFair(P parameters) {
        return answer(parameters).compareTo(LEAST_ANSWER) >= 0;
    }

    /// The right answer as a solution prints it.
    final String key(P parameters) {
        return unit().format(answer(parameters).doubleValue());
    }

    /// A whole number of steps, the first one at the least.
    static int steps(RandomGenerator random, int step, int most) {
        return step * (1 + random.nextInt(most / step));
    }

    static <T> T one(RandomGenerator random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static String usd(BigDecimal amount) {
        return Unit.USD.format(amount.doubleValue());
    }

    static String count(long objects) {
        return Unit.COUNT.number(objects);
    }

    static String kib(long kib) {
        return Unit.KIB.format((double) kib);
    }

    /// The lab with such objects.
    static LabScenario lab(long objects, long kib, double reads, double months, RestoreTier tier) {
        return LabScenario.of(
                LAB,
                new StorageClassesScenario(objects, kib << 10, reads, months, StorageCosts.REGION, tier, false, true));
    }
}
