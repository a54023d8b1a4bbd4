package dev.rockpool.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTableTest {
    @Test
    void numbersThatHoldSeparatorsAreQuoted() {
        ChartTable table = new ChartTable(
                List.of("name", "count"),
                List.of(List.of("a, b", "1"), List.of("say \"x\"", "2"), List.of("two\nlines", "3")));
        assertThat(table.csv()).isEqualTo("name,count\r\n\"a, b\",1\r\n\"say \"\"x\"\"\",2\r\n\"two\nlines\",3\r\n");
    }

    @Test
    void everyRowHasACellAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartTable(List.of("one", "two"), List.of(List.of("only"))));
    }
}
