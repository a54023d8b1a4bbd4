package dev.rockpool.app.costs;

import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.scenario.Comparison;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.ForecastLine;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A forecast and a comparison in sentences, the largest first.
final class CostSentences {
    private static final int MOST = 4;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Texts texts;
    private final LineWords names;

    CostSentences(Texts texts) {
        this.texts = texts;
        names = new LineWords(texts);
    }

    /// What is to be said of an outcome: of one design what makes it dear, of two what makes the difference.
    List<String> of(Outcome outcome) {
        String words = outcome.fleet().isPresent() ? "fleet" : "costs";
        return outcome.comparison()
                .map(comparison -> difference(comparison, words))
                .orElseGet(() -> shares(outcome.forecast()));
    }

    /// The first sentence is the whole, the others its parts.
    private List<String> difference(Comparison comparison, String words) {
        List<String> sentences = new ArrayList<>();
        Money all = comparison.difference();
        int months = comparison.right().bills().size();
        if (all.amount().signum() == 0) {
            sentences.add(texts.get(words + ".difference.none", months));
        } else {
            sentences.add(texts.get(
                    words + (all.amount().signum() > 0 ? ".difference.more" : ".difference.less"),
                    abs(all),
                    months,
                    comparison.left().total().display(),
                    comparison.right().total().display()));
        }
        List<Comparison.Change> changes = comparison.changes();
        for (Comparison.Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
            sentences.add(sentence(change, all, sentences.size() == 1));
        }
        if (changes.size() > MOST) {
            Money rest = Money.zero(all.currency());
            for (Comparison.Change change : changes.subList(MOST, changes.size())) {
                rest = rest.plus(change.difference());
            }
            sentences.add(texts.get(
                    rest.amount().signum() >= 0 ? "costs.difference.rest.more" : "costs.difference.rest.less",
                    changes.size() - MOST,
                    abs(rest)));
        }
        return sentences;
    }

    private String sentence(Comparison.Change change, Money all, boolean first) {
        Money size = change.difference();
        boolean more = size.amount().signum() > 0;
        boolean ofIt = first
                && size.amount().signum() == all.amount().signum()
                && size.amount().abs().compareTo(all.amount().abs()) <= 0;
        String what = names.name(change.key());
        Optional<ForecastLine> left = change.left();
        Optional<ForecastLine> right = change.right();
        String quantity;
        if (left.isPresent() && right.isPresent()) {
            String before = quantity(left.get());
            String after = quantity(right.get());
            quantity = before.equals(after) ? after : texts.get("costs.difference.from", before, after);
        } else {
            quantity = right.or(() -> left).map(this::quantity).orElse("");
        }
        if (ofIt) {
            return texts.get("costs.difference.of", abs(size), abs(all), what, quantity);
        }
        return texts.get(more ? "costs.difference.line.more" : "costs.difference.line.less", abs(size), what, quantity);
    }

    private String quantity(ForecastLine line) {
        return names.quantity(line.quantity(), line.unit(), line.key());
    }

    /// What a design spends most on.
    private List<String> shares(Forecast forecast) {
        List<String> sentences = new ArrayList<>();
        Money total = forecast.total();
        if (total.amount().signum() == 0) {
            return List.of(texts.get("costs.words.nothing"));
        }
        sentences.add(texts.get("costs.words", forecast.bills().size(), total.display()));
        for (ForecastLine line :
                forecast.lines().subList(0, Math.min(MOST, forecast.lines().size()))) {
            BigDecimal share = line.total().amount().multiply(HUNDRED).divide(total.amount(), 0, RoundingMode.HALF_UP);
            if (share.signum() > 0) {
                sentences.add(
                        texts.get("costs.words.share", share.toPlainString(), names.name(line.key()), quantity(line)));
            }
        }
        return sentences;
    }

    private static String abs(Money money) {
        return new Money(money.amount().abs(), money.currency()).display();
    }
}
