package dev.rockpool.quiz.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Picks wrong options for a gap among the answers of other cards, by rules alone: the same decks give the same
/// options.
///
/// A candidate scores by its topic (0.35), by how alike the answers are in shape (0.25: kind, unit, length), by the
/// cosine of the trigrams of the two sentences (0.25), and by words that both sentences share (0.15). It is refused if
/// it is equal to the answer, contained in it or the other way round, if it is nearly the same sentence (cosine above
/// 0.9), if its number is written with another unit, if only one of the two is a path or a pattern, or if its card
/// hides another part of the same note, where it may be right too. The best are then picked for being unlike one
/// another (maximal marginal relevance, λ = 0.7).
///
/// Sources: Gierl et al. 2017, *Developing, analyzing, and using distractors*; Carbonell and Goldstein 1998 (marginal
/// relevance).
final class Distractors {
    /// Wrong options of a question.
    static final int WANTED = 3;

    private static final double TOPIC = 0.35;
    private static final double SHAPE = 0.25;
    private static final double LIKENESS = 0.25;
    private static final double SHARED = 0.15;
    private static final double RELEVANCE = 0.7;
    private static final double SAME_SENTENCE = 0.9;
    /// Below this a candidate of another topic would be dismissed without a thought.
    private static final double LEAST_SCORE = 0.3;
    private static final int RARE = 4;
    private static final int TRIGRAM = 3;
    private static final Pattern NUMBER = Pattern.compile("^[\\d.,–-]*\\d\\s*(.*)$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<Placed> all;
    /// How often each trigram stands in a text, by text: every text is compared with every other.
    private final Map<String, Map<String, Integer>> trigrams = new HashMap<>();

    /// A gap and the topic of its deck.
    record Placed(Gap gap, Topic topic) {}

    private record Scored(Placed placed, double score) {}

    Distractors(List<Placed> all) {
        this.all = List.copyOf(all);
    }

    /// The wrong options for `asked`; fewer than [#WANTED] where there are not enough good ones.
    List<Gap> of(Placed asked) {
        List<Scored> candidates = new ArrayList<>();
        for (Placed other : all) {
            if (isFair(asked.gap(), other.gap())) {
                double score = score(asked, other);
                if (score >= LEAST_SCORE && (other.topic().equals(asked.topic()) || isAlike(asked, other))) {
                    candidates.add(new Scored(other, score));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(scored -> scored.placed().gap().card().id()));
        List<Gap> picked = new ArrayList<>();
        while (picked.size() < WANTED && !candidates.isEmpty()) {
            Scored best = candidates.stream()
                    .max(Comparator.comparingDouble(scored -> marginal(scored, picked)))
                    .orElseThrow();
            candidates.remove(best);
            candidates.removeIf(
                    scored -> isSameAnswer(scored.placed().gap(), best.placed().gap()));
            picked.add(best.placed().gap());
        }
        return picked;
    }

    private double marginal(Scored scored, List<Gap> picked) {
        double nearest = picked.stream()
                .mapToDouble(gap -> cosine(gap.answer(), scored.placed().gap().answer()))
                .max()
                .orElse(0);
        return RELEVANCE * scored.score() - (1 - RELEVANCE) * nearest;
    }

    private boolean isFair(Gap asked, Gap other) {
        if (asked.card().noteId().equals(other.card().noteId()) || isSameAnswer(asked, other)) {
            return false;
        }
        String answer = folded(asked.answer());
        String candidate = folded(other.answer());
        boolean numbers = isNumber(answer);
        if (isPlain(answer) != isPlain(candidate)
                || numbers != isNumber(candidate)
                || (numbers && !unit(answer).equals(unit(candidate)))) {
            return false;
        }
        boolean contained = !numbers && (answer.contains(candidate) || candidate.contains(answer));
        return !contained && cosine(asked.card().prompt(), other.card().prompt()) <= SAME_SENTENCE;
    }

    /// Whether an answer of another topic could be taken for one of this: names go with names and words with words.
    private static boolean isAlike(Placed asked, Placed other) {
        String one = asked.gap().answer();
        String two = other.gap().answer();
        return asked.topic().domain().equals(other.topic().domain())
                && Character.isUpperCase(one.charAt(0)) == Character.isUpperCase(two.charAt(0));
    }

    /// Whether it is no path, pattern or name of an action, which stand out among words.
    private static boolean isPlain(String answer) {
        return answer.chars().noneMatch(unit -> ":/=_".indexOf(unit) >= 0);
    }

    private static boolean isSameAnswer(Gap one, Gap other) {
        return one.accepted().stream()
                .anyMatch(answer ->
                        other.accepted().stream().anyMatch(each -> folded(each).equals(folded(answer))));
    }

    private double score(Placed asked, Placed other) {
        double topic = asked.topic().equals(other.topic()) ? 1 : 0;
        return TOPIC * topic
                + SHAPE * shape(asked.gap().answer(), other.gap().answer())
                + LIKENESS
                        * cosine(asked.gap().card().prompt(), other.gap().card().prompt())
                + SHARED
                        * shared(asked.gap().card().prompt(), other.gap().card().prompt());
    }

    private static double shape(String one, String other) {
        double words = (double) Math.min(words(one).size(), words(other).size())
                / Math.max(1, Math.max(words(one).size(), words(other).size()));
        double length = (double) Math.min(one.length(), other.length()) / Math.max(one.length(), other.length());
        boolean alike = isNumber(one) == isNumber(other)
                && Character.isUpperCase(one.charAt(0)) == Character.isUpperCase(other.charAt(0));
        return ((alike ? 1 : 0) + words + (length >= 0.5 ? 1 : length)) / 3;
    }

    private static double shared(String one, String other) {
        Set<String> rare = new HashSet<>(words(one));
        rare.removeIf(word -> word.length() <= RARE);
        if (rare.isEmpty()) {
            return 0;
        }
        long found = words(other).stream().distinct().filter(rare::contains).count();
        return (double) found / rare.size();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private double cosine(String one, String other) {
        Map<String, Integer> left = trigrams.computeIfAbsent(one, Distractors::trigrams);
        Map<String, Integer> right = trigrams.computeIfAbsent(other, Distractors::trigrams);
        double dot = 0;
        for (Map.Entry<String, Integer> entry : left.entrySet()) {
            dot += (double) entry.getValue() * right.getOrDefault(entry.getKey(), 0);
        }
        double lengths = length(left) * length(right);
        return lengths == 0 ? 0 : dot / lengths;
    }

    private static double length(Map<String, Integer> trigrams) {
        return Math.sqrt(trigrams.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum());
    }

    private static Map<String, Integer> trigrams(String text) {
        String padded = "  " + folded(text) + " ";
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at + TRIGRAM <= padded.length(); at++) {
            counts.merge(padded.substring(at, at + TRIGRAM), 1, Integer::sum);
        }
        return counts;
    }

    private static boolean isNumber(String answer) {
        return NUMBER.matcher(answer).matches();
    }

    private static String unit(String answer) {
        Matcher number = NUMBER.matcher(answer);
        return number.matches() ? number.group(1) : "";
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
