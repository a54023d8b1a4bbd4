package dev.rockpool.quiz.lifecycle;

import static dev.rockpool.quiz.TemplateTexts.rule;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// At which midnight a rule of some days acts: age rounds up.
public final class TransitionMidnight implements Template<TransitionMidnight.Aged> {
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.GLACIER_IR, StorageClass.GLACIER, StorageClass.DEEP_ARCHIVE);
    private static final int MOST_DAYS = 400;

    private final TemplateTexts texts = new TemplateTexts(TransitionMidnight.class, id());

    /// An object and a rule.
    ///
    /// @param written when the object was
    /// @param days of the rule
    /// @param to where it moves
    public record Aged(LocalDateTime written, int days, StorageClass to) {
        LifecycleRule rule() {
            return LifecycleScenarios.rule().moving(days, to);
        }
    }

    @Override
    public String id() {
        return "lifecycle-midnight";
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
        return Unit.DAYS;
    }

    @Override
    public Aged draw(RandomGenerator random) {
        return new Aged(
                LifecycleScenarios.moment(random),
                1 + random.nextInt(MOST_DAYS),
                CLASSES.get(random.nextInt(CLASSES.size())));
    }

    @Override
    public boolean isFair(Aged aged) {
        return true;
    }

    @Override
    public BigDecimal answer(Aged aged) {
        return BigDecimal.valueOf(LifecycleScenarios.course(aged.rule(), aged.written())
                .steps()
                .getFirst()
                .afterDays());
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Aged>> wrongRules() {
        return List.of(
                rule("days-not-rounded-up", aged -> BigDecimal.valueOf(aged.days())),
                rule("a-day-for-the-run", aged -> BigDecimal.valueOf(aged.days() + 2L)),
                rule(
                        "minimum-duration-before",
                        aged -> BigDecimal.valueOf(
                                (long) aged.days() + aged.to().minimumDays())));
    }

    @Override
    public String stem(Aged aged) {
        return texts.get(
                "stem",
                LifecycleScenarios.written(aged.written()),
                TemplateTexts.name(aged.to()),
                Unit.DAYS.format(aged.days()));
    }

    @Override
    public List<String> solution(Aged aged) {
        return texts.solution(
                LifecycleScenarios.written(aged.written()),
                LifecycleScenarios.written(aged.written().plusDays(aged.days())),
                Unit.DAYS.format(aged.days()),
                Unit.DAYS.format(answer(aged).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Aged aged) {
        return Optional.of(LifecycleScenarios.show(
                aged.rule(),
                Versioning.DISABLED,
                1,
                List.of(ObjectVersion.of(
                        LifecycleScenarios.BYTES, LifecycleScenarios.instant(aged.written()), StorageClass.STANDARD)),
                answer(aged).longValueExact()));
    }

    @Override
    public List<String> facts() {
        return List.of("q07-c2");
    }
}
