package dev.rockpool.simulators.perplexity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A small n-gram model and a text to try it on. Sentences are cut at white space.
///
/// Each sentence is padded with `order` − 1 marks before and, from bigrams on, as many behind it; of
/// the marks behind only the first is foreseen. Tokens outside the vocabulary count as one unknown token.
///
/// @param training sentences that are counted
/// @param test the sentence that is foreseen
/// @param order 1 for unigrams, 2 for bigrams …
/// @param addK added to every count; 0 for none
/// @param vocabulary known tokens; empty for all that occur in training
public record NgramModel(List<String> training, String test, int order, double addK, List<String> vocabulary) {
    static final String BEGIN = "<s>";
    static final String END = "</s>";
    static final String UNKNOWN = "<UNK>";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public NgramModel {
        training = List.copyOf(training);
        vocabulary = List.copyOf(vocabulary);
    }

    /// One token that was foreseen.
    ///
    /// @param context what stood before it
    /// @param count how often it followed in training
    /// @param contexts how often the context occurred
    /// @param words how many different tokens could follow
    public record Foreseen(String context, String token, long count, long contexts, int words, double probability) {}

    /// The tokens of the test with the probabilities that the model gives them.
    List<Foreseen> foresee() {
        Set<String> known = known();
        Map<List<String>, Map<String, Integer>> counts = new HashMap<>();
        for (String sentence : training) {
            List<String> padded = padded(sentence, known);
            for (int at = order - 1; at < padded.size(); at++) {
                counts.computeIfAbsent(padded.subList(at - order + 1, at), _ -> new HashMap<>())
                        .merge(padded.get(at), 1, Integer::sum);
            }
        }
        List<Foreseen> foreseen = new ArrayList<>();
        List<String> padded = padded(test, known);
        for (int at = order - 1; at < padded.size(); at++) {
            List<String> context = padded.subList(at - order + 1, at);
            Map<String, Integer> following = counts.getOrDefault(context, Map.of());
            long contexts =
                    following.values().stream().mapToLong(Integer::longValue).sum();
            long count = following.getOrDefault(padded.get(at), 0);
            double below = contexts + addK * known.size();
            foreseen.add(new Foreseen(
                    String.join(" ", context),
                    padded.get(at),
                    count,
                    contexts,
                    known.size(),
                    below == 0 ? 0 : (count + addK) / below));
        }
        return foreseen;
    }

    /// The vocabulary with the unknown token and, from bigrams on, the marks.
    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>(vocabulary);
        if (vocabulary.isEmpty()) {
            training.forEach(sentence -> known.addAll(words(sentence)));
        }
        if (order > 1) {
            known.add(BEGIN);
            known.add(END);
        }
        known.add(UNKNOWN);
        return known;
    }

    private List<String> padded(String sentence, Set<String> known) {
        List<String> padded = new ArrayList<>();
        for (int mark = 1; mark < order; mark++) {
            padded.add(BEGIN);
        }
        for (String word : words(sentence)) {
            padded.add(known.contains(word) ? word : UNKNOWN);
        }
        if (order > 1) {
            padded.add(END);
        }
        return padded;
    }

    static List<String> words(String sentence) {
        return SPACE.splitAsStream(sentence).filter(word -> !word.isEmpty()).toList();
    }
}
