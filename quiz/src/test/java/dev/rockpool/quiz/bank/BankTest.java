package dev.rockpool.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.Deck;
import dev.rockpool.content.LabTask;
import dev.rockpool.content.Library;
import dev.rockpool.quiz.Bot;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of the whole bank of the built-in decks.
final class BankTest {
    private static final Bank BANK = new Bank(Library.builtIn().snapshot());
    private static final int SEEDS = 20;

    /// Fewer questions would say little of a rule of thumb.
    private static final int MANY = 500;

    @Test
    void everyDocumentedQuestionIsAskedAbout() {
        assertThat(BANK.topics())
                .extracting(Topic::id)
                .contains("q01", "q12", "q27")
                .hasSize(27);
        assertThat(BANK.topics()).allSatisfy(topic -> {
            assertThat(BANK.of(topic)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(topic.domain()).startsWith("Data ");
        });
    }

    /// What a lab shows, or lets be set, is asked with other numbers each time; everything else by its author.
    @Test
    void whatALabShowsIsAskedByAModelAndTheRestByAuthors() {
        assertThat(Templates.all()).hasSizeGreaterThanOrEqualTo(40);
        for (Deck deck : Library.builtIn().snapshot().decks()) {
            boolean inLab = deck.cards().stream()
                            .anyMatch(card -> !card.show().isEmpty()
                                    && !card.show().startsWith("store/")) // the store shows, and draws no numbers
                    || deck.quizItems().stream().anyMatch(LabTask.class::isInstance);
            deck.question().ifPresent(asked -> {
                List<Item> items = BANK.items().stream()
                        .filter(item -> item.topic().id().equals(asked.id()))
                        .toList();
                assertThat(items)
                        .as(asked.id())
                        .filteredOn(AuthoredItem.class::isInstance)
                        .hasSizeGreaterThanOrEqualTo(2);
                if (inLab) {
                    assertThat(items).as(asked.id()).anyMatch(Item::isGenerated);
                }
            });
        }
    }

    @Test
    void everyFormIsThere() {
        Set<Form.Kind> kinds = new HashSet<>();
        BANK.items().forEach(item -> kinds.add(item.ask(1).form().kind()));
        assertThat(kinds).containsExactlyInAnyOrder(Form.Kind.values());
    }

    @Test
    void everyQuestionIsWhole() {
        for (Item item : BANK.items()) {
            Question question = item.ask(3);
            assertThat(question.item()).isEqualTo(item.id()).hasSizeLessThanOrEqualTo(64);
            assertThat(question).isEqualTo(item.ask(3));
            assertThat(question.stem()).as(item.id()).isNotBlank();
            assertThat(question.key()).as(item.id()).isNotBlank();
            if (question.form() instanceof Form.Options asked) {
                assertThat(asked.options())
                        .as(item.id())
                        .extracting(option -> option.text().toLowerCase(Locale.ROOT))
                        .doesNotHaveDuplicates();
                asked.options()
                        .forEach(option -> option.misconception()
                                .ifPresent(mistake -> assertThat(mistake.id()).hasSizeLessThanOrEqualTo(64)));
            }
        }
    }

    /// What authors wrote, by itself; `AskingTest` measures each template.
    @ParameterizedTest
    @EnumSource
    void aRuleOfThumbDoesNotPayWithAuthors(Bot bot) {
        List<Question> asked = BANK.items().stream()
                .filter(AuthoredItem.class::isInstance)
                .flatMap(item -> LongStream.range(0, SEEDS).mapToObj(item::ask))
                .toList();
        Bot.Score score = bot.play(asked);
        assertThat(score.asked()).isGreaterThan(MANY);
        assertThat(score.aboveChance()).isLessThanOrEqualTo(Bot.MARGIN);
    }

    @Test
    void aSeriesAsksEverythingBeforeAnythingAgain() {
        Topic topic = BANK.topics().getFirst();
        List<Item> pool =
                BANK.of(topic).stream().filter(item -> !item.isGenerated()).toList();
        Series series = new Series(7, pool);
        List<String> asked = new ArrayList<>();
        for (int index = 0; index < series.length(); index++) {
            asked.add(series.get(index).item());
        }
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(pool.stream().map(Item::id).toList());
        assertThat(asked)
                .isNotEqualTo(asked.stream().sorted(Comparator.naturalOrder()).toList());
    }
}
