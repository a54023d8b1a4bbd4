package dev.rockpool.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prices that a user brought may leave a template nothing to ask: it is skipped, and nothing fails.
final class ExtremePricesTest {
    @AfterEach
    void shippedPricesAgain() {
        PricesInForce.use(PriceBook.shipped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000000"})
    void aTemplateIsAskedOrSkippedAtAnyPrice(String factor) {
        PricesInForce.use(PriceBook.shipped()
                .with(PriceBook.shipped().schedules().stream()
                        .filter(schedule -> schedule.key().service().equals("S3"))
                        .map(schedule -> times(schedule, new BigDecimal(factor)))
                        .toList()));
        int asked = 0;
        for (Template<?> template : Templates.all()) {
            Optional<Question> found = Asking.find(template, 1);
            asked += found.isPresent() ? 1 : 0;
        }
        assertThat(asked)
                .as("those without prices of S3")
                .isGreaterThan(Templates.all().size() / 3);
        assertThatCode(() -> new Questions(1, Optional.empty()).get(0)).doesNotThrowAnyException();
    }

    private static PriceSchedule times(PriceSchedule schedule, BigDecimal factor) {
        return new PriceSchedule(
                schedule.key(),
                schedule.unit(),
                schedule.tiers().stream()
                        .map(tier -> new PriceTier(
                                tier.from(), tier.to(), tier.price().multiply(factor), tier.provenance()))
                        .toList());
    }
}
