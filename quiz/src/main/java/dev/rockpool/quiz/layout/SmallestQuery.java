package dev.rockpool.quiz.layout;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.workload.AthenaQueries;
import dev.rockpool.costmodel.workload.Tariff;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What many small queries of Athena cost.
public final class SmallestQuery extends NumericTemplate<SmallestQuery.Queries> {
    private static final String REGION = "us-east-1";
    private static final BigDecimal TERABYTE = BigDecimal.valueOf(1L << 20);

    /// Queries of a month.
    ///
    /// @param thousands of them
    /// @param megabytes that each scans, fewer than ten
    public record Queries(int thousands, int megabytes) {
        long count() {
            return thousands * 1_000L;
        }

        BigDecimal at(long each) {
            return price().multiply(BigDecimal.valueOf(count() * each)).divide(TERABYTE);
        }
    }

    public SmallestQuery() {
        super(SmallestQuery.class, "query-minimum", Unit.USD, "0.01", "q13-f5");
    }

    private static BigDecimal price() {
        return PricesInForce.book()
                .require("Athena", "sql.data_scanned", REGION)
                .tiers()
                .getFirst()
                .price();
    }

    @Override
    public Queries draw(RandomGenerator random) {
        return new Queries(whole(random, 50, 2_000), whole(random, 1, 8));
    }

    @Override
    public BigDecimal answer(Queries queries) {
        Tariff tariff = new Tariff(PricesInForce.book(), REGION, BillingMonth.OF_730_HOURS);
        return new Biller(PricesInForce.book())
                .bill(new AthenaQueries(BigDecimal.valueOf(queries.count()), (long) queries.megabytes() << 20)
                        .lines(tariff))
                .total()
                .amount();
    }

    @Override
    public List<WrongRule<Queries>> wrongRules() {
        return List.of(
                rule("query-minimum-forgotten", queries -> queries.at(queries.megabytes())),
                rule(
                        "query-minimum-on-top",
                        queries -> queries.at(queries.megabytes() + AthenaQueries.LEAST_MEGABYTES)));
    }

    @Override
    public String stem(Queries queries) {
        return texts.get("stem", count(queries.count()), queries.megabytes(), Decimals.plain(price()));
    }

    @Override
    public List<String> solution(Queries queries) {
        return texts.solution(count(queries.count()), Decimals.plain(price()), key(queries));
    }

    /// Only the bill counts here.
    @Override
    public Optional<LabScenario> show(Queries queries) {
        return Optional.empty();
    }
}
