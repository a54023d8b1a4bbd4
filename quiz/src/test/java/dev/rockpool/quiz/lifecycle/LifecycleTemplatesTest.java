package dev.rockpool.quiz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.simulators.lifecycle.LifecycleResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers, computed a second time: with the calendar for many draws, and by running the lab for a few.
final class LifecycleTemplatesTest {
    private static final int DRAWS = 1_000;
    private static final int RUNS = 20;

    private static <P> void each(Template<P> template, int draws, Consumer<P> check) {
        RandomGenerator random = new Seed(7).derive(template.id());
        int asked = 0;
        while (asked < draws) {
            P parameters = template.draw(random);
            if (template.isFair(parameters)) {
                check.accept(parameters);
                asked++;
            }
        }
    }

    private static long daysToTheNextMidnight(LocalDate from, LocalDateTime moment) {
        LocalDateTime midnight = moment.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        return ChronoUnit.DAYS.between(from, midnight.toLocalDate());
    }

    private static LifecycleResult run(LabScenario shown) {
        return LifecycleScenarios.LAB.run(LifecycleScenarios.LAB.codec().parse(shown.text()));
    }

    private static LocalDate day(LifecycleEvent event) {
        return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    }

    @Test
    void theMidnightIsTheNextOneOfTheCalendar() {
        TransitionMidnight template = new TransitionMidnight();
        each(
                template,
                DRAWS,
                aged -> assertThat(template.answer(aged))
                        .isEqualByComparingTo(BigDecimal.valueOf(daysToTheNextMidnight(
                                aged.written().toLocalDate(), aged.written().plusDays(aged.days())))));
        each(template, RUNS, aged -> {
            LifecycleEvent event =
                    run(template.show(aged).orElseThrow()).events().getFirst();
            assertThat(event.action()).isEqualTo(LifecycleAction.TRANSITION);
            assertThat(day(event))
                    .isEqualTo(aged.written()
                            .toLocalDate()
                            .plusDays(template.answer(aged).longValueExact()));
        });
    }

    @Test
    void noncurrentDaysCountFromTheSuccessor() {
        NoncurrentEnd template = new NoncurrentEnd();
        each(
                template,
                DRAWS,
                replaced -> assertThat(template.answer(replaced))
                        .isEqualByComparingTo(BigDecimal.valueOf(daysToTheNextMidnight(
                                replaced.written().toLocalDate(),
                                replaced.written()
                                        .plusDays(replaced.currentDays())
                                        .plusDays(replaced.days())))));
        each(template, RUNS, replaced -> {
            LifecycleEvent event =
                    run(template.show(replaced).orElseThrow()).events().getFirst();
            assertThat(event.action()).isEqualTo(LifecycleAction.PERMANENTLY_DELETE);
            assertThat(day(event))
                    .isEqualTo(replaced.written()
                            .toLocalDate()
                            .plusDays(template.answer(replaced).longValueExact()));
        });
    }

    /// 30, 90 and 180 days, by the vendor's table; the lab says how many of them are charged after the end.
    @Test
    void shortStaysAreChargedForTheMinimumDuration() {
        ChargedDays template = new ChargedDays();
        each(template, DRAWS, stay -> {
            int minimum = switch (stay.to().name()) {
                case "STANDARD_IA", "ONEZONE_IA" -> 30;
                case "GLACIER_IR", "GLACIER" -> 90;
                default -> 180;
            };
            assertThat(template.answer(stay)).isEqualByComparingTo(BigDecimal.valueOf(minimum));
            assertThat(stay.expiresAfter() - stay.movesAfter()).isLessThan(minimum);
        });
        each(template, RUNS, stay -> {
            double after = figure(run(template.show(stay).orElseThrow()), "early-days");
            assertThat(after + stay.expiresAfter() - stay.movesAfter())
                    .isEqualTo(template.answer(stay).doubleValue());
        });
    }

    /// Prices into a class for 1,000 requests: 0.01, 0.02, 0.03 and 0.05 USD (S3 price page, 19 October 2025).
    @Test
    void transitionsAreChargedByTheObject() {
        TransitionFee template = new TransitionFee();
        each(template, DRAWS, move -> {
            double price = switch (move.to().name()) {
                case "STANDARD_IA" -> 0.01;
                case "GLACIER_IR" -> 0.02;
                case "GLACIER" -> 0.03;
                default -> 0.05;
            };
            assertThat(template.answer(move).doubleValue()).isCloseTo(move.objects() / 1_000.0 * price, within(1e-6));
        });
        each(
                template,
                RUNS,
                move -> assertThat(figure(run(template.show(move).orElseThrow()), "transition-fees"))
                        .isCloseTo(template.answer(move).doubleValue(), within(1e-6)));
    }

    private static double figure(LifecycleResult result, String id) {
        return result.figures().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
