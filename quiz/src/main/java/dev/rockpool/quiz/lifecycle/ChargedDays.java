package dev.rockpool.quiz.lifecycle;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
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

/// For how many days a class is paid when its object goes early: the minimum duration.
public final class ChargedDays implements Template<ChargedDays.Stay> {
    private static final List<StorageClass> CLASSES = List.of(
            StorageClass.STANDARD_IA,
            StorageClass.ONEZONE_IA,
            StorageClass.GLACIER_IR,
            StorageClass.GLACIER,
            StorageClass.DEEP_ARCHIVE);
    private static final int LEAST_WAIT = 30;
    private static final int MOST_WAIT = 120;
    private static final int MOST_STAY = 175;

    private final TemplateTexts texts = new TemplateTexts(ChargedDays.class, id());

    /// A stay that is too short.
    ///
    /// @param written when the object was
    /// @param movesAfter days of the transition
    /// @param expiresAfter days of the expiration
    /// @param to the class
    public record Stay(LocalDateTime written, int movesAfter, int expiresAfter, StorageClass to) {
        LifecycleRule rule() {
            return LifecycleScenarios.rule().moving(movesAfter, to).expiring(new When.AfterDays(expiresAfter));
        }

        long stay() {
            Course course = LifecycleScenarios.course(rule(), written);
            return course.steps().getLast().afterDays()
                    - course.steps().getFirst().afterDays();
        }
    }

    @Override
    public String id() {
        return "lifecycle-charged-days";
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
    public Stay draw(RandomGenerator random) {
        int waits = random.nextInt(LEAST_WAIT, MOST_WAIT + 1);
        return new Stay(
                LifecycleScenarios.moment(random),
                waits,
                waits + 1 + random.nextInt(MOST_STAY),
                CLASSES.get(random.nextInt(CLASSES.size())));
    }

    /// Only a stay that is too short asks anything.
    @Override
    public boolean isFair(Stay stay) {
        return stay.stay() < stay.to().minimumDays();
    }

    @Override
    public BigDecimal answer(Stay stay) {
        return BigDecimal.valueOf(Math.max(stay.stay(), stay.to().minimumDays()));
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Stay>> wrongRules() {
        return List.of(
                rule("minimum-duration-forgotten", stay -> BigDecimal.valueOf(stay.stay())),
                rule(
                        "minimum-duration-on-top",
                        stay -> BigDecimal.valueOf(stay.stay() + stay.to().minimumDays())),
                rule("only-the-rest", stay -> BigDecimal.valueOf(stay.to().minimumDays() - stay.stay())),
                rule("duration-from-writing", stay -> BigDecimal.valueOf(stay.expiresAfter())));
    }

    @Override
    public String stem(Stay stay) {
        return texts.get(
                "stem",
                TemplateTexts.name(stay.to()),
                Unit.DAYS.format(stay.movesAfter()),
                Unit.DAYS.format(stay.expiresAfter()));
    }

    @Override
    public List<String> solution(Stay stay) {
        return texts.solution(
                TemplateTexts.name(stay.to()),
                Unit.DAYS.format((double) stay.stay()),
                Unit.DAYS.format(stay.to().minimumDays()),
                Unit.DAYS.format(answer(stay).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Stay stay) {
        return Optional.of(LifecycleScenarios.show(
                stay.rule(),
                Versioning.DISABLED,
                1,
                List.of(ObjectVersion.of(
                        LifecycleScenarios.BYTES, LifecycleScenarios.instant(stay.written()), StorageClass.STANDARD)),
                stay.expiresAfter()));
    }

    @Override
    public List<String> facts() {
        return List.of("q06-f6");
    }
}
