package dev.rockpool.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.content.Library;
import dev.rockpool.content.Snapshot;
import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a question leads to is there: its facts in the decks, its scenario in a lab.
class QuizLinksTest {
    private static final int SEEDS = 25;

    @Test
    void everyFactStandsInTheDecks() {
        Snapshot decks = Library.builtIn().snapshot();
        for (Template<?> template : Templates.all()) {
            assertThat(template.facts())
                    .as(template.id())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(Proof.of(id, decks)).as(id).isPresent());
        }
    }

    @Test
    void everyScenarioOpensInItsLab() {
        for (Template<?> template : Templates.all()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Optional<LabScenario> shown = Asking.question(template, seed).show();
                shown.ifPresent(scenario -> assertThat(LabList.entries().stream()
                                .map(entry -> entry.lab().id()))
                        .as(template.id())
                        .contains(scenario.lab()));
                assertThatCode(() -> shown.ifPresent(scenario -> open(Labs.require(scenario.lab()), scenario.text())))
                        .as(template.id() + ", seed " + seed)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static <S> void open(Lab<S, ?, ?> lab, String text) {
        lab.open(lab.codec().parse(text));
    }
}
