package dev.rockpool.quiz;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A rule of thumb for those who know nothing. Ties are broken by lot.
public enum Bot {
    LONGEST {
        @Override
        ToDoubleFunction<Option> likes(String stem, List<Option> options) {
            return option -> option.text().length();
        }
    },
    MIDDLE_NUMBER {
        @Override
        ToDoubleFunction<Option> likes(String stem, List<Option> options) {
            List<Double> sorted = options.stream()
                    .map(Bot::number)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            double middle = sorted.get(sorted.size() / 2);
            return option -> -Math.abs(number(option) - middle);
        }
    },
    MOST_LIKE_THE_STEM {
        @Override
        ToDoubleFunction<Option> likes(String stem, List<Option> options) {
            Set<String> asked = words(stem);
            return option -> {
                Set<String> words = words(option.text());
                double size = words.size();
                words.retainAll(asked);
                return words.size() / Math.max(1, size);
            };
        }
    },
    FIRST {
        @Override
        ToDoubleFunction<Option> likes(String stem, List<Option> options) {
            return option -> -options.indexOf(option);
        }
    };

    /// How much better than chance a rule of thumb may do.
    public static final double MARGIN = 0.05;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*|[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?");

    abstract ToDoubleFunction<Option> likes(String stem, List<Option> options);

    /// How a rule of thumb did.
    ///
    /// @param aboveChance the share of questions it won, less the share that guessing wins
    public record Score(int asked, double aboveChance) {}

    /// Plays the questions that give one of several options to choose.
    public Score play(List<Question> questions) {
        double won = 0;
        double chance = 0;
        int asked = 0;
        for (Question question : questions) {
            if (question.form() instanceof Form.Choice choice) {
                ToDoubleFunction<Option> likes = likes(question.stem(), choice.options());
                double best = choice.options().stream().mapToDouble(likes).max().orElseThrow();
                List<Option> liked = choice.options().stream()
                        .filter(option -> likes.applyAsDouble(option) == best)
                        .toList();
                won += (double) liked.stream().filter(Option::correct).count() / liked.size();
                chance += 1.0 / choice.options().size();
                asked++;
            }
        }
        return new Score(asked, asked == 0 ? 0 : (won - chance) / asked);
    }

    private static double number(Option option) {
        String digits = option.text().replaceAll("[^\\d.]", "").replaceAll("\\.(?=.*\\.)|\\.$", "");
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }

    /// Words and whole numbers: 11.00 is the word 11.
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(word -> {
                    boolean isNumber = Character.isDigit(word.charAt(0));
                    words.add(
                            isNumber
                                    ? new BigDecimal(word.replace(",", ""))
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    : word);
                });
        return words;
    }
}
