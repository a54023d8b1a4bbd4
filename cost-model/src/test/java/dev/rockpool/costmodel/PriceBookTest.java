package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PriceBookTest {
    @Test
    void theShippedBookLoads() {
        assertThat(PriceBook.shipped().schedules()).hasSizeGreaterThan(400);
    }
}
