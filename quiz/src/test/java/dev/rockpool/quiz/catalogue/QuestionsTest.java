package dev.rockpool.quiz.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
    private static final int COUNT = 300;

    @Test
    void aQuestionsSeedGivesItBackAlone() {
        Questions mixed = new Questions(11, Optional.empty());
        for (int index = 0; index < COUNT; index++) {
            Question question = mixed.get(index);
            assertThat(new Questions(question.seed(), Optional.empty()).get(0)).isEqualTo(question);
            Optional<Template<?>> named = Optional.of(Templates.require(question.item()));
            assertThat(new Questions(question.seed(), named).get(0)).isEqualTo(question);
        }
    }

    @Test
    void neighbouringSeedsShareNothing() {
        Set<Long> seeds = new HashSet<>();
        for (long seed = 1; seed <= 5; seed++) {
            for (int index = 0; index < COUNT; index++) {
                assertThat(seeds.add(
                                new Questions(seed, Optional.empty()).get(index).seed()))
                        .isTrue();
            }
        }
    }

    @Test
    void aMixtureHasEveryTemplate() {
        Set<String> met = new HashSet<>();
        for (int index = 0; index < 4 * COUNT; index++) {
            met.add(new Questions(1, Optional.empty()).get(index).item());
        }
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        Templates.all().stream().map(Template::id).toList());
    }

    @Test
    void anUnknownTemplateIsToldItsNeighbours() {
        assertThatThrownBy(() -> Templates.require("shard-needed"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "There is no question template \"shard-needed\"; near matches: \"shards-needed\"");
    }

    @Test
    void misconceptionsOfOneIdAreTheSame() {
        var all = Templates.all().stream()
                .flatMap(template -> template.wrongRules().stream().map(rule -> rule.misconception()))
                .distinct()
                .toList();
        assertThat(all).extracting(each -> each.id()).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(each -> assertThat(each.sentence()).endsWith(".").doesNotContain("{"));
    }
}
