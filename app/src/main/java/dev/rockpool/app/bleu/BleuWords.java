package dev.rockpool.app.bleu;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.bleu.BleuScore;
import dev.rockpool.simulators.bleu.BleuSnapshot;
import dev.rockpool.simulators.bleu.BleuSnapshot.SegmentState;
import dev.rockpool.simulators.bleu.Mishap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the picture shows, in sentences.
final class BleuWords {
    private final Texts texts;

    BleuWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about an order.
    String summary(BleuSnapshot now) {
        String told = now.order() == 0
                ? texts.get("bleu.told.start", now.segments().size())
                : texts.get("bleu.told", now.order(), correct(now, now.order()), total(now, now.order()));
        Mishap mishap = now.result().scenario().mishap();
        return mishap == Mishap.NONE
                ? told
                : texts.get("bleu.told.mishap", texts.get("bleu.mishap." + mishap.word()), told);
    }

    /// The sentence under the picture: with the score once every order is counted.
    String moment(BleuSnapshot now) {
        return now.order() < now.seconds() ? summary(now) : texts.get("bleu.told.end", summary(now), score(now));
    }

    /// An n-gram and what becomes of it.
    String gram(BleuSnapshot now, Gram gram) {
        SegmentState segment = now.segments().get(gram.segment());
        List<String> tokens = gram.tokens(now);
        int most = segment.references().stream()
                .mapToInt(line -> Gram.count(line, tokens))
                .max()
                .orElse(0);
        return texts.get(
                "bleu.gram." + segment.grams().get(gram.from()).name().toLowerCase(Locale.ROOT),
                String.join(" ", tokens),
                Gram.count(segment.tokens(), tokens),
                most);
    }

    String hypothesis(int segment, int of) {
        return of == 1 ? texts.get("bleu.hypothesis") : texts.get("bleu.hypothesis.of", segment + 1);
    }

    String reference(int at, int of) {
        return of == 1 ? texts.get("bleu.reference") : texts.get("bleu.reference.of", at + 1);
    }

    String order(int order) {
        return texts.get("bleu.order", order);
    }

    /// `Order 2: 7 of 14`.
    String counted(BleuSnapshot now, int order) {
        return texts.get("bleu.counted", order, correct(now, order), total(now, order));
    }

    /// `50.00 %`, with a sign if it is smoothed.
    String precision(BleuSnapshot now, int order) {
        return texts.get(
                correct(now, order) == 0 && precisionOf(now, order) > 0 ? "bleu.precision.smoothed" : "bleu.precision",
                Unit.PLAIN.number(precisionOf(now, order)));
    }

    /// Percent.
    double precisionOf(BleuSnapshot now, int order) {
        return now.result().corpus().precisions().get(order - 1);
    }

    String penalty(BleuSnapshot now) {
        BleuScore corpus = now.result().corpus();
        return texts.get(
                "bleu.penalty",
                corpus.counts().hypothesisLength(),
                corpus.counts().referenceLength(),
                Unit.PLAIN.number(corpus.brevityPenalty()));
    }

    /// What the score is, once every order is counted.
    String claim(BleuSnapshot now) {
        if (now.order() < now.seconds()) {
            return texts.get("bleu.claim.soon", now.order(), now.seconds());
        }
        if (now.result().scenario().isSentence()) {
            return texts.get(
                    "bleu.claim.mean",
                    score(now),
                    now.result().sentences().stream()
                            .limit(6)
                            .map(each -> Unit.PLAIN.number(each.score()))
                            .collect(Collectors.joining(", ")));
        }
        return texts.get(
                "bleu.claim",
                score(now),
                Unit.PLAIN.number(now.result().corpus().brevityPenalty()));
    }

    /// The claim where there is little room.
    String brief(BleuSnapshot now) {
        return now.order() < now.seconds() ? order(now.order()) : texts.get("bleu.brief", score(now));
    }

    private static String score(BleuSnapshot now) {
        return now.figures().stream()
                .filter(figure -> figure.id().equals("score"))
                .findFirst()
                .map(Figure::shown)
                .orElse("");
    }

    String more(int segments) {
        return texts.get("bleu.more", segments);
    }

    /// How many lines of the references there is no room for.
    String cut(long lines) {
        return texts.get("bleu.cut", lines);
    }

    String legend() {
        return texts.get("bleu.legend");
    }

    private static long correct(BleuSnapshot now, int order) {
        return now.result().corpus().counts().correct().get(order - 1);
    }

    private static long total(BleuSnapshot now, int order) {
        return now.result().corpus().counts().total().get(order - 1);
    }
}
