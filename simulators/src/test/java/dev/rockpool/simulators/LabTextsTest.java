package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.simulators.shards.ShardsLab;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class LabTextsTest {
    @Test
    void argumentsTakeTheirPlaces() {
        LabTexts texts = LabTexts.beside(ShardsLab.class);
        assertThat(texts.get("event.rescaled", 4, 8)).isEqualTo("The shard count was updated from 4 to 8.");
        assertThat(texts.has("lab.name")).isTrue();
        assertThat(texts.has("lab.nothing")).isFalse();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> LabTexts.beside(ShardsLab.class).get("lab.nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lab.nothing");
        assertThatThrownBy(() -> LabTexts.beside(LabTextsTest.class)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> LabTexts.document(ShardsLab.class, "none.md"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
