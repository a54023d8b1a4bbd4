package dev.rockpool.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PagedRowsTest {
    private static final int ALL = 100_000;

    private final List<Integer> read = new ArrayList<>();
    private final PagedRows rows = new PagedRows(this::page);

    private void page(RowPage.Mark mark, Consumer<RowPage> then) {
        int from = mark.key().isEmpty() ? 0 : Integer.parseInt(mark.key());
        read.add(from);
        List<ObjectRow> page = new ArrayList<>();
        for (int at = from; at < Math.min(ALL, from + PagedRows.PAGE); at++) {
            page.add(row(at));
        }
        int end = from + page.size();
        then.accept(new RowPage(
                page,
                end < ALL ? Optional.of(new RowPage.Mark(Integer.toString(end), Optional.empty())) : Optional.empty()));
    }

    private static ObjectRow row(int number) {
        String key = "key-%06d".formatted(number);
        return new ObjectRow(ObjectRow.Kind.OBJECT, key, key, number, StorageClass.STANDARD, Instant.EPOCH, false);
    }

    @Test
    void aListOfAHundredThousandKeepsAFewPages() {
        rows.begin();
        while (!rows.isComplete()) {
            rows.near(rows.size() - 1);
        }
        assertThat(rows).hasSize(ALL);
        assertThat(rows.get(ALL - 1)).isEqualTo(row(ALL - 1));
        assertThat(rows.held()).isLessThanOrEqualTo(PagedRows.KEPT * PagedRows.PAGE);
        assertThat(read).hasSize(ALL / PagedRows.PAGE);
    }

    @Test
    void aPageThatWasLetGoIsReadAgainFromWhereItBegan() {
        rows.begin();
        while (!rows.isComplete()) {
            rows.near(rows.size() - 1);
        }
        read.clear();
        assertThat(rows.get(1_234)).isEqualTo(ObjectRow.PENDING);
        assertThat(read).containsExactly(1_000);
        assertThat(rows.get(1_234)).isEqualTo(row(1_234));
        assertThat(rows.held()).isLessThanOrEqualTo(PagedRows.KEPT * PagedRows.PAGE);
    }

    @Test
    void itReadsOnOnlyNearItsEnd() {
        rows.begin();
        rows.near(10);
        assertThat(rows).hasSize(PagedRows.PAGE);
        rows.near(PagedRows.PAGE - 10);
        assertThat(rows).hasSize(2 * PagedRows.PAGE);
    }
}
