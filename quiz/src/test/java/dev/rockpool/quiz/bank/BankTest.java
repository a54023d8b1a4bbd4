package dev.rockpool.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.Deck;
import dev.rockpool.content.LabTask;
import dev.rockpool.content.Library;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// What holds of the whole bank of the built-in decks.
final class BankTest {
    private static final Bank BANK = new Bank(Library.builtIn().snapshot());
    private static final int SEEDS = 20;

    /// How much better than chance a rule of thumb may do.
    private static final double MARGIN = 0.05;

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

    @Test
    void takingTheLongestOptionDoesNotPay() {
        doesNotPay(question -> option -> option.text().length());
    }

    @Test
    void takingWhatIsMostLikeTheStemDoesNotPay() {
        doesNotPay(question -> {
            Set<String> stem = words(question.stem());
            return option -> {
                Set<String> words = words(option.text());
                double size = words.size();
                words.retainAll(stem);
                return words.size() / Math.max(1, size);
            };
        });
    }

    @Test
    void takingTheFirstOptionDoesNotPay() {
        doesNotPay(question -> option -> {
            List<Option> options = ((Form.Choice) question.form()).options();
            return options.size() - options.indexOf(option);
        });
    }

    @Test
    void takingTheMiddleNumberDoesNotPay() {
        doesNotPay(question -> {
            List<Double> numbers = new ArrayList<>();
            for (Option option : ((Form.Choice) question.form()).options()) {
                numbers.add(number(option));
            }
            List<Double> sorted = numbers.stream().sorted().toList();
            double middle = sorted.get(sorted.size() / 2);
            return option -> -Math.abs(number(option) - middle);
        });
    }

    private static double number(Option option) {
        String digits = option.text().replaceAll("[^\\d.]", "").replaceAll("\\.(?=.*\\.)|\\.$", "");
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }

    /// A rule of thumb: how much it likes an option of a question. Ties are broken by lot.
    private interface Bot {
        ToDoubleFunction<Option> likes(Question question);
    }

    private static void doesNotPay(Bot bot) {
        double won = 0;
        double chance = 0;
        int asked = 0;
        for (Item item : BANK.items()) {
            if (item instanceof ClaimItem) {
                continue; // two options, always in the same order
            }
            for (long seed = 0; seed < SEEDS; seed++) {
                Question question = item.ask(seed);
                if (question.form() instanceof Form.Choice choice) {
                    ToDoubleFunction<Option> likes = bot.likes(question);
                    double best =
                            choice.options().stream().mapToDouble(likes).max().orElseThrow();
                    List<Option> liked = choice.options().stream()
                            .filter(option -> likes.applyAsDouble(option) == best)
                            .toList();
                    won += (double) liked.stream().filter(Option::correct).count() / liked.size();
                    chance += 1.0 / choice.options().size();
                    asked++;
                }
            }
        }
        assertThat(won / asked).isLessThanOrEqualTo(chance / asked + MARGIN);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
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
