package dev.rockpool.quiz.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Template;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers a second time, by hand.
final class LayoutTemplatesTest {
    private static final int DRAWS = 200;

    private static <P> void each(Template<P> template, Consumer<P> check) {
        RandomGenerator random = new Seed(7).derive(template.id());
        for (int draw = 0; draw < DRAWS; draw++) {
            check.accept(template.draw(random));
        }
    }

    @Test
    void aMonthIsReadWhole() {
        ScannedMonths template = new ScannedMonths();
        each(
                template,
                asking -> assertThat(template.answer(asking))
                        .isEqualByComparingTo(BigDecimal.valueOf(31L * asking.gigabytes())));
    }

    @Test
    void everyDayBelowEveryUserIsListed() {
        ListingUsers template = new ListingUsers();
        each(
                template,
                job -> assertThat(template.answer(job).longValueExact()).isEqualTo((long) job.users() * job.days()));
    }

    /// Athena's page: 5 USD a TB, 10 MB a query at the least (2026-10).
    @Test
    void smallQueriesPayTenMegabytes() {
        SmallestQuery template = new SmallestQuery();
        each(
                template,
                queries -> assertThat(template.answer(queries).doubleValue())
                        .isCloseTo(queries.count() * 10 * 5 / 1_048_576.0, within(1e-9)));
    }

    @Test
    void onlyNamedColumnsAreRead() {
        ColumnsRead template = new ColumnsRead();
        each(
                template,
                wide -> assertThat(template.answer(wide).doubleValue())
                        .isCloseTo(wide.millions() * 0.008 * wide.named(), within(1e-9)));
    }

    @Test
    void pagesHoldWholeRows() {
        PagesScanned template = new PagesScanned();
        each(template, rows -> {
            long perPage = 8_192 / (8L * rows.columns());
            assertThat(template.answer(rows).longValueExact()).isEqualTo((rows.rows() + perPage - 1) / perPage);
        });
    }
}
