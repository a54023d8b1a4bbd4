package dev.rockpool.quiz.lifecycle;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.Midnight;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// When an old version goes: its days count from the successor.
public final class NoncurrentEnd implements Template<NoncurrentEnd.Replaced> {
    private static final int LEAST_CURRENT = 2;
    private static final int MOST_CURRENT = 120;
    private static final int MOST_DAYS = 90;

    private final TemplateTexts texts = new TemplateTexts(NoncurrentEnd.class, id());

    /// A version that was replaced.
    ///
    /// @param written when the version was
    /// @param currentDays days from then to the version that replaced it, at the same time of day
    /// @param days of the rule for noncurrent versions
    public record Replaced(LocalDateTime written, int currentDays, int days) {
        LifecycleRule rule() {
            LifecycleRule bare = LifecycleScenarios.rule();
            return new LifecycleRule(
                    bare.id(),
                    true,
                    bare.filter(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(new LifecycleRule.NoncurrentExpiration(days, OptionalInt.empty())),
                    List.of(),
                    OptionalInt.empty());
        }

        List<ObjectVersion> versions() {
            return List.of(version("first", written), version("second", written.plusDays(currentDays)));
        }

        private static ObjectVersion version(String id, LocalDateTime at) {
            return new ObjectVersion(
                    id,
                    LifecycleScenarios.BYTES,
                    LifecycleScenarios.instant(at),
                    StorageClass.STANDARD,
                    Map.of(),
                    false);
        }
    }

    @Override
    public String id() {
        return "lifecycle-noncurrent";
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
    public Replaced draw(RandomGenerator random) {
        return new Replaced(
                LifecycleScenarios.moment(random),
                random.nextInt(LEAST_CURRENT, MOST_CURRENT + 1),
                1 + random.nextInt(MOST_DAYS));
    }

    @Override
    public boolean isFair(Replaced replaced) {
        return true;
    }

    @Override
    public BigDecimal answer(Replaced replaced) {
        Lifecycle lifecycle = new Lifecycle(new LifecycleConfiguration(List.of(replaced.rule())), Versioning.ENABLED);
        long first = Midnight.dayOf(LifecycleScenarios.instant(replaced.written()));
        return BigDecimal.valueOf(lifecycle
                        .track("question", replaced.versions())
                        .next(first)
                        .orElseThrow()
                        .day()
                - first);
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Replaced>> wrongRules() {
        return List.of(
                rule("noncurrent-days-from-writing", replaced -> BigDecimal.valueOf(replaced.days() + 1L)),
                rule(
                        "days-not-rounded-up",
                        replaced -> BigDecimal.valueOf((long) replaced.currentDays() + replaced.days())),
                rule("gone-when-replaced", replaced -> BigDecimal.valueOf(replaced.currentDays())));
    }

    @Override
    public String stem(Replaced replaced) {
        return texts.get(
                "stem",
                LifecycleScenarios.written(replaced.written()),
                LifecycleScenarios.written(replaced.written().plusDays(replaced.currentDays())),
                Unit.DAYS.format(replaced.days()));
    }

    @Override
    public List<String> solution(Replaced replaced) {
        return texts.solution(
                LifecycleScenarios.written(replaced.written().plusDays(replaced.currentDays())),
                Unit.DAYS.format(replaced.days()),
                LifecycleScenarios.written(
                        replaced.written().plusDays((long) replaced.currentDays() + replaced.days())),
                Unit.DAYS.format(answer(replaced).doubleValue()));
    }

    @Override
    public Optional<LabScenario> show(Replaced replaced) {
        return Optional.of(LifecycleScenarios.show(
                replaced.rule(),
                Versioning.ENABLED,
                1,
                replaced.versions(),
                answer(replaced).longValueExact()));
    }

    @Override
    public List<String> facts() {
        return List.of("q08-f7");
    }
}
