package dev.rockpool.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.lifecycle.LifecycleLab;
import dev.rockpool.simulators.lifecycle.LifecycleScenario;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LifecycleWordsTest {
    private final LifecycleLab lab = new LifecycleLab();
    private final LifecycleWords words = new LifecycleWords(Texts.in(Locale.ENGLISH));

    private LifecycleSnapshot at(String preset, int days) {
        Simulation<LifecycleScenario, LifecycleSnapshot> simulation =
                lab.open(lab.preset(preset).scenario());
        for (int day = 0; day < days; day++) {
            simulation.step();
        }
        return simulation.snapshot();
    }

    @Test
    void aDayIsTold() {
        assertThat(words.summary(at("tiering-down", 0))).isEqualTo("Jan 1, 2026: nothing is due. Next on Feb 1, 2026.");
        assertThat(words.summary(at("tiering-down", 31)))
                .isEqualTo("Feb 1, 2026: 10,000 objects move, none ends. Next on Feb 2, 2026.");
        assertThat(words.summary(at("uphill", 1)))
                .startsWith("The service refuses these rules (2 faults), so nothing happens: 'Days' in Transition")
                .contains("; Invalid target");
    }

    @Test
    void aDotIsTold() {
        LifecycleSnapshot now = at("tiering-down", 31);
        assertThat(words.dot(now.dots().getFirst(), now))
                .isEqualTo("logs/2026-01-01 (10,000 objects): current version, 64\u00A0MiB in Standard-IA, 31 days old."
                        + " Moves to Glacier Flexible Retrieval on Apr 2, 2026.");
        LifecycleSnapshot later = at("photo-gif", 7);
        assertThat(words.dot(later.dots().getFirst(), later)).isEqualTo("photo.gif: noncurrent version, gone.");
        assertThat(words.dot(later.dots().get(1), later))
                .isEqualTo("photo.gif: delete marker, 6 days old. No rule will touch it.");
    }

    @Test
    void bandsAreNamed() {
        LifecycleSnapshot now = at("tiering-down", 31);
        assertThat(words.layer(now.layers().get(1))).isEqualTo("Standard-IA: 10,000 objects, 625.00\u00A0GB");
        assertThat(words.brief(now.layers().get(1))).isEqualTo("Standard-IA: 10,000");
        assertThat(words.gone(now)).isEqualTo("Gone: nothing");
        assertThat(words.month(now.date())).isEqualTo("Feb");
        assertThat(words.month(now.date().withMonth(1))).isEqualTo("Jan 2026");
    }
}
