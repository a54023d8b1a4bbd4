package dev.rockpool.app.bleu;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.bleu.BleuSnapshot;
import java.util.List;

/// The stage of the lab *bleu*: the picture, and a sentence about the order that is counted or about the n-gram that
/// stands out.
public final class BleuStage extends FramedStage<BleuSnapshot> {
    private static final double LEGEND_FROM = 300;

    private final BleuWords words;

    public BleuStage(Texts texts) {
        this(new BleuWords(texts));
    }

    private BleuStage(BleuWords words) {
        super(new BleuPicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(BleuSnapshot now) {
        return Gram.all(now).stream().map(Gram::subject).toList();
    }

    @Override
    protected String description(BleuSnapshot now) {
        return words.summary(now) + " " + words.claim(now);
    }

    @Override
    protected String told(BleuSnapshot now, String subject) {
        return Gram.of(subject)
                .filter(gram -> gram.isIn(now))
                .map(gram -> words.gram(now, gram))
                .orElseGet(() -> words.moment(now));
    }
}
