package dev.rockpool.quiz.encryption;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionLab;
import dev.rockpool.simulators.encryption.EncryptionResult;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// A template whose answer is a number to type, computed by the lab from a scenario.
abstract sealed class EncryptionTemplate<P> implements Template<P>
        permits CallsWithout, CallsOfSessions, CallsOverTime, KeyBill, ManagedBill, SecondLayer, OpenThreats {
    static final EncryptionLab LAB = new EncryptionLab();
    static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final String id;
    private final Unit unit;
    private final List<String> facts;

    /// The sentences of this template.
    final TemplateTexts texts;

    EncryptionTemplate(String id, Unit unit, String... facts) {
        this.id = id;
        this.unit = unit;
        this.facts = List.of(facts);
        texts = new TemplateTexts(EncryptionTemplate.class, id);
    }

    /// The scenario whose number is asked for.
    abstract EncryptionScenario scenario(P parameters);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return texts.title();
    }

    @Override
    public final Form.Kind kind() {
        return Form.Kind.NUMERIC;
    }

    @Override
    public final Unit unit() {
        return unit;
    }

    @Override
    public final List<String> facts() {
        return facts;
    }

    /// Amounts may be a cent off, numbers of things not at all.
    @Override
    public final BigDecimal tolerance(BigDecimal answer) {
        return unit == Unit.USD ? CENT : BigDecimal.ZERO;
    }

    @Override
    public boolean isFair(P parameters) {
        return true;
    }

    @Override
    public final Optional<LabScenario> show(P parameters) {
        return Optional.of(LabScenario.of(LAB, scenario(parameters)));
    }

    final EncryptionResult run(P parameters) {
        return LAB.run(scenario(parameters));
    }

    /// What the bill's lines of some kind come to.
    final BigDecimal billed(P parameters, Predicate<BillLine> which) {
        return run(parameters).bill().lines().stream()
                .filter(which)
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The right answer as a solution prints it.
    final String key(P parameters) {
        return unit.format(answer(parameters).doubleValue());
    }

    /// Whether a line of a bill is one of KMS.
    static boolean isKms(BillLine line) {
        return line.usage().service().equals("KMS");
    }

    /// What an item costs for one of its unit.
    static BigDecimal price(String service, String item) {
        return PricesInForce.book()
                .require(service, item, LAB.standard().region())
                .tiers()
                .getFirst()
                .price();
    }

    static BigDecimal callPrice() {
        return price("KMS", "requests symmetric");
    }

    static BigDecimal keyPrice() {
        return price("KMS", "customer_managed_key");
    }

    static BigDecimal calls(long calls) {
        return BigDecimal.valueOf(calls).divide(TEN_THOUSAND).multiply(callPrice());
    }

    static String count(long things) {
        return Unit.COUNT.number(things);
    }

    static String usd(BigDecimal amount) {
        return Unit.USD.format(amount.doubleValue());
    }

    static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }

    /// A whole number of steps, the first one at the least.
    static long steps(RandomGenerator random, long step, long most) {
        return step * (1 + random.nextLong(most / step));
    }
}
