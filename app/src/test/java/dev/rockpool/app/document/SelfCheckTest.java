package dev.rockpool.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.Match;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    @Test
    void anOrderNeverStartsSolved() {
        assertThat(SelfCheck.start(order("Glacier", "Standard"))).containsExactly("Standard", "Glacier");
        assertThat(SelfCheck.start(order("Standard", "Glacier"))).containsExactly("Glacier", "Standard");
    }

    @Test
    void whatCanBePairedStandsOnceByTheAlphabet() {
        Match match = new Match(
                "m",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                Map.of(),
                List.of(new Pair("a", "90 days"), new Pair("b", "30 days"), new Pair("c", "90 days")));
        assertThat(SelfCheck.choices(match)).containsExactly("30 days", "90 days");
    }

    @Test
    void aNumberIsReadWithItsUnit() {
        assertThat(SelfCheck.number(" 1,200 shards")).contains(new BigDecimal("1200"));
        assertThat(SelfCheck.number("53.7TB")).contains(new BigDecimal("53.7"));
        assertThat(SelfCheck.number("−4")).contains(new BigDecimal("-4"));
        assertThat(SelfCheck.number("many")).isEmpty();
        assertThat(SelfCheck.number("9".repeat(200))).isEmpty();
    }

    private static Order order(String... items) {
        return new Order("o", "", "", List.of(), List.of(), List.of(), "", Map.of(), List.of(items));
    }
}
