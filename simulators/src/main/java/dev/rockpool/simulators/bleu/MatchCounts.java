package dev.rockpool.simulators.bleu;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What BLEU counts of one segment, or of many added up.
///
/// @param correct clipped matches by order, from unigrams on
/// @param total n-grams of the hypotheses by order
/// @param hypothesisLength in tokens
/// @param referenceLength of the closest references in tokens; of two equally close ones the shorter
public record MatchCounts(List<Long> correct, List<Long> total, long hypothesisLength, long referenceLength) {
    public MatchCounts {
        correct = List.copyOf(correct);
        total = List.copyOf(total);
    }

    /// The counts of the segment at `at`.
    static MatchCounts of(BleuScenario scenario, int at) {
        List<String> hypothesis = tokens(scenario, scenario.hypotheses().get(at));
        List<List<String>> references = scenario.references().get(at).stream()
                .map(line -> tokens(scenario, line))
                .toList();
        Long[] correct = new Long[scenario.maxOrder()];
        Long[] total = new Long[scenario.maxOrder()];
        for (int order = 1; order <= scenario.maxOrder(); order++) {
            Map<List<String>, Integer> most = new HashMap<>();
            for (List<String> reference : references) {
                ngrams(reference, order).forEach((gram, count) -> most.merge(gram, count, Math::max));
            }
            long matched = 0;
            for (Map.Entry<List<String>, Integer> gram :
                    ngrams(hypothesis, order).entrySet()) {
                matched += Math.min(gram.getValue(), most.getOrDefault(gram.getKey(), 0));
            }
            correct[order - 1] = matched;
            total[order - 1] = (long) Math.max(0, hypothesis.size() - order + 1);
        }
        int closest = -1;
        for (List<String> reference : references) {
            int now = Math.abs(reference.size() - hypothesis.size());
            int best = Math.abs(closest - hypothesis.size());
            if (closest < 0 || now < best || (now == best && reference.size() < closest)) {
                closest = reference.size();
            }
        }
        return new MatchCounts(List.of(correct), List.of(total), hypothesis.size(), closest);
    }

    /// The counts of all, each as often as `times` says.
    static MatchCounts of(List<MatchCounts> all, int[] times) {
        int orders = all.getFirst().correct.size();
        Long[] correct = new Long[orders];
        Long[] total = new Long[orders];
        Arrays.fill(correct, 0L);
        Arrays.fill(total, 0L);
        long hypotheses = 0;
        long references = 0;
        for (int at = 0; at < times.length; at++) {
            if (times[at] > 0) {
                MatchCounts one = all.get(at);
                for (int order = 0; order < orders; order++) {
                    correct[order] += times[at] * one.correct.get(order);
                    total[order] += times[at] * one.total.get(order);
                }
                hypotheses += times[at] * one.hypothesisLength;
                references += times[at] * one.referenceLength;
            }
        }
        return new MatchCounts(List.of(correct), List.of(total), hypotheses, references);
    }

    /// The n-grams of `tokens` with how often each occurs.
    static Map<List<String>, Integer> ngrams(List<String> tokens, int order) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int from = 0; from + order <= tokens.size(); from++) {
            counts.merge(tokens.subList(from, from + order), 1, Integer::sum);
        }
        return counts;
    }

    static List<String> tokens(BleuScenario scenario, String line) {
        return scenario.tokenizer().tokens(scenario.lowercase() ? line.toLowerCase(Locale.ROOT) : line);
    }

    /// These and `more` together.
    MatchCounts plus(MatchCounts more) {
        Long[] sum = new Long[correct.size()];
        Long[] all = new Long[correct.size()];
        for (int at = 0; at < sum.length; at++) {
            sum[at] = correct.get(at) + more.correct.get(at);
            all[at] = total.get(at) + more.total.get(at);
        }
        return new MatchCounts(
                List.of(sum),
                List.of(all),
                hypothesisLength + more.hypothesisLength,
                referenceLength + more.referenceLength);
    }
}
