package dev.rockpool.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.quiz.catalogue.Templates;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every question of every template holds, over a thousand seeds each.
final class AskingTest {
    private static final int SEEDS = 1_000;

    /// The chi-square that a uniform rank of four exceeds once in a hundred runs (three degrees of freedom).
    private static final double CHI_SQUARE_99 = 11.345;

    private static final int RANK_SEEDS = 4_000;

    /// Questions that are asked twice to see that they are the same.
    private static final int AGAIN = 100;

    /// What was asked so far, by template and then seed: each question is made once for all tests.
    private static final Map<String, List<Question>> ASKED = new ConcurrentHashMap<>();

    private static List<Question> asked(Template<?> template) {
        return ASKED.computeIfAbsent(
                template.id(),
                _ -> LongStream.range(0, template.kind() == Form.Kind.NUMERIC ? SEEDS : RANK_SEEDS)
                        .mapToObj(seed -> Asking.question(template, seed))
                        .toList());
    }

    @Test
    void everyQuestionHasOneRightAnswerAndTellsEveryWrongOneByName() {
        forEveryQuestion((template, question) -> {
            assertThat(question.stem()).doesNotContain("{").endsWith("?").satisfies(AskingTest::isPlain);
            assertThat(question.solution()).allSatisfy(AskingTest::isPlain);
            assertThat(question.solution()).isNotEmpty().noneMatch(step -> step.contains("{"));
            assertThat(question.item()).isEqualTo(template.id());
            switch (question.form()) {
                case Form.Choice choice -> check(choice);
                case Form.Numeric numeric -> check(numeric);
                case Form other -> throw new AssertionError(other + " is no form of a template");
            }
        });
    }

    /// Sentences of templates are read as Markdown and must not become anything else by it.
    private static void isPlain(String sentence) {
        assertThat(sentence).doesNotContainPattern("[*_`<\\[\\]#|~\\\\]|^\\d+[.)]\\s|^[-+>]\\s");
    }

    private static void check(Form.Choice choice) {
        List<Option> options = choice.options();
        assertThat(options).hasSize(Asking.OPTIONS);
        assertThat(options).filteredOn(Option::correct).hasSize(1);
        assertThat(options).extracting(Option::text).doesNotHaveDuplicates();
        assertThat(options)
                .extracting(
                        option -> option.misconception().map(Misconception::id).orElse(""))
                .doesNotHaveDuplicates();
        for (int at = 1; at < options.size(); at++) {
            BigDecimal lower = options.get(at - 1).value().orElseThrow();
            BigDecimal upper = options.get(at).value().orElseThrow();
            assertThat(upper.subtract(lower)).isGreaterThanOrEqualTo(upper.multiply(Asking.LEAST_GAP));
        }
    }

    private static void check(Form.Numeric numeric) {
        assertThat(numeric.answer()).isPositive();
        assertThat(numeric.traps()).hasSizeGreaterThanOrEqualTo(Asking.LEAST_TRAPS);
        assertThat(numeric.traps()).noneMatch(trap -> numeric.means(trap.value(), numeric.answer()));
        assertThat(numeric.traps()).extracting(Trap::value).doesNotHaveDuplicates();
        assertThat(numeric.traps())
                .extracting(trap -> trap.misconception().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSolutionEndsAtTheKey() {
        forEveryQuestion((template, question) -> {
            String number = question.key().split("\u00A0", -1)[0];
            assertThat(String.join("\n", question.solution())).contains(number);
        });
    }

    @Test
    void equalSeedsGiveEqualQuestions() {
        for (Template<?> template : Templates.all()) {
            for (Question question : asked(template).subList(0, AGAIN)) {
                assertThat(Asking.question(template, question.seed())).isEqualTo(question);
            }
        }
    }

    @Test
    void questionsOfATemplateVary() {
        for (Template<?> template : Templates.all()) {
            Set<String> stems = new HashSet<>();
            for (Question question : asked(template).subList(0, SEEDS)) {
                stems.add(question.stem());
            }
            assertThat(stems).as(template.id()).hasSizeGreaterThan(100);
        }
    }

    @Test
    void theRankOfTheKeyIsUniform() {
        for (Template<?> template : Templates.all()) {
            if (template.kind() == Form.Kind.NUMERIC) {
                continue;
            }
            int[] ranks = new int[Asking.OPTIONS];
            for (Question question : asked(template)) {
                if (question.form() instanceof Form.Choice choice) {
                    ranks[choice.rankOfKey()]++;
                }
            }
            double expected = (double) RANK_SEEDS / Asking.OPTIONS;
            double chiSquare = 0;
            for (int rank : ranks) {
                chiSquare += (rank - expected) * (rank - expected) / expected;
            }
            assertThat(chiSquare).as(template.id()).isLessThan(CHI_SQUARE_99);
        }
    }

    /// Each template by itself.
    @ParameterizedTest
    @EnumSource
    void aRuleOfThumbDoesNotPay(Bot bot) {
        assertThat(Templates.all())
                .filteredOn(template -> template.kind() != Form.Kind.NUMERIC)
                .allSatisfy(template -> {
                    Bot.Score score = bot.play(asked(template));
                    assertThat(score.asked()).as(template.id()).isEqualTo(RANK_SEEDS);
                    assertThat(score.aboveChance()).as(template.id()).isLessThanOrEqualTo(Bot.MARGIN);
                });
    }

    @Test
    void everyMistakeIsMetBySomeQuestion() {
        for (Template<?> template : Templates.all()) {
            Set<String> met = new HashSet<>();
            for (Question question : asked(template)) {
                switch (question.form()) {
                    case Form.Choice choice ->
                        choice.options()
                                .forEach(option -> option.misconception().ifPresent(each -> met.add(each.id())));
                    case Form.Numeric numeric ->
                        numeric.traps()
                                .forEach(trap -> met.add(trap.misconception().id()));
                    case Form other -> throw new AssertionError(other + " is no form of a template");
                }
            }
            assertThat(met)
                    .as(template.id())
                    .containsExactlyInAnyOrderElementsOf(template.wrongRules().stream()
                            .map(rule -> rule.misconception().id())
                            .toList());
        }
    }

    @Test
    void aChoiceWithoutOneRightOptionIsRefused() {
        Option right = Option.right("1", "");
        assertThatThrownBy(() -> new Form.Choice(List.of(right, right))).hasMessageContaining("2 are right");
    }

    private interface Property {
        void holds(Template<?> template, Question question);
    }

    private static void forEveryQuestion(Property property) {
        for (Template<?> template : Templates.all()) {
            for (Question question : asked(template).subList(0, SEEDS)) {
                try {
                    property.holds(template, question);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError(
                            template.id() + ", seed " + question.seed() + ": " + failure.getMessage(), failure);
                }
            }
        }
    }
}
