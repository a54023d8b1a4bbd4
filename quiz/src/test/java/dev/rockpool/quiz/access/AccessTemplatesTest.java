package dev.rockpool.quiz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The right answers a second time, as formulas with printed prices (VPC and EC2 pricing pages, seen 2025 and 2026).
final class AccessTemplatesTest {
    private static final int DRAWS = 60;
    private static final int QUESTIONS = 25;
    private static final List<Template<?>> ALL = Stream.concat(
                    WayTemplates.all().stream(), PassageTemplates.all().stream())
            .toList();

    private static <P> void each(String id, Class<P> kind, Consumer<P> check) {
        RandomGenerator random = new Seed(7).derive(id);
        for (int draw = 0; draw < DRAWS; draw++) {
            check.accept(kind.cast(template(id).draw(random)));
        }
    }

    private static Template<?> template(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked") // the kind of parameters is the test's own word
    private static <P> BigDecimal answer(String id, P parameters) {
        return ((Template<P>) template(id)).answer(parameters);
    }

    private static void isUsd(BigDecimal answer, String formula, double... factors) {
        double expected = 0;
        for (double factor : factors) {
            expected += factor;
        }
        assertThat(answer.setScale(2, RoundingMode.HALF_UP).doubleValue())
                .as(formula)
                .isCloseTo(expected, within());
    }

    private static Offset<Double> within() {
        return Offset.offset(0.006);
    }

    @Test
    void billsAreThoseOfThePricePages() {
        each(
                "access-nat-bill",
                WayTemplates.Job.class,
                job -> isUsd(
                        answer("access-nat-bill", job), "hours + GB", job.doors() * 36.5, job.gigabytes() * 0.045));
        each(
                "access-endpoint-bill",
                WayTemplates.Job.class,
                job -> isUsd(
                        answer("access-endpoint-bill", job),
                        "hours + GB",
                        job.doors() * job.more() * 7.3,
                        job.gigabytes() * 0.01));
        each(
                "access-gateway-saves",
                WayTemplates.Job.class,
                job -> isUsd(answer("access-gateway-saves", job), "GB", job.gigabytes() * 0.045));
        each(
                "access-crossing",
                WayTemplates.Job.class,
                job -> isUsd(
                        answer("access-crossing", job),
                        "share of GB",
                        job.gigabytes() * 0.02 * (job.more() - job.doors()) / job.more()));
        each(
                "access-internet-out",
                WayTemplates.Job.class,
                job -> isUsd(
                        answer("access-internet-out", job),
                        "tiers",
                        10_240 * 0.09,
                        (job.gigabytes() - 10_240) * 0.085));
        each(
                "access-break-even",
                WayTemplates.Job.class,
                job -> isUsd(
                        answer("access-break-even", job),
                        "GB",
                        (job.doors() * job.more() * 7.3 - 36.5) / (0.035 + 0.02 * (job.doors() - 1) / job.doors())));
    }

    @Test
    void passagesAreThoseOfTheTable() {
        each("access-open-ways", PassageTemplates.Spread.class, spread -> {
            int open = switch (spread.policy()) {
                case ENDPOINT_ONLY, OFFICE_ONLY -> 1;
                case VPC_ONLY, OFFICE_OR_ENDPOINT, VPC_RANGE -> 2;
                case TLS_ONLY -> 5;
                case NONE, PRIVATE_RANGE, NAMES_ROLE, NAMES_SESSION, PARTNER, PUBLIC, PUBLIC_BY_TAG -> -1;
            };
            assertThat(answer("access-open-ways", spread)).isEqualByComparingTo(spread.on(open));
        });
        each(
                "access-allowed-requests",
                PassageTemplates.Month.class,
                month -> assertThat(answer("access-allowed-requests", month))
                        .isEqualByComparingTo(BigDecimal.valueOf(
                                month.requests() * (100 - month.outside()) * (100 - month.untagged()) / 10_000)));
    }

    @Test
    void everyTemplateAsksAndNamesMistakes() {
        assertThat(ALL).hasSize(8);
        for (Template<?> template : ALL) {
            for (int seed = 0; seed < QUESTIONS; seed++) {
                Question question = Asking.question(template, seed);
                assertThat(question.stem()).doesNotContain("{0}").contains("?");
                assertThat(question.solution())
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(step -> assertThat(step).doesNotContain("{"));
                assertThat(question.form())
                        .isInstanceOfSatisfying(
                                Form.Numeric.class,
                                form -> assertThat(form.traps()).hasSizeGreaterThanOrEqualTo(2));
            }
        }
    }
}
