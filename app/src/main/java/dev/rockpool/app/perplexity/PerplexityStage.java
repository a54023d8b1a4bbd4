package dev.rockpool.app.perplexity;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.perplexity.PerplexitySnapshot;
import java.util.List;
import java.util.stream.IntStream;

/// The stage of the lab *perplexity*: the picture, and a sentence about the tokens so far or about the one that stands
/// out. A token is named by its place, from 0.
public final class PerplexityStage extends FramedStage<PerplexitySnapshot> {
    private static final double LEGEND_FROM = 300;

    private final PerplexityWords words;

    public PerplexityStage(Texts texts) {
        this(new PerplexityWords(texts));
    }

    private PerplexityStage(PerplexityWords words) {
        super(new PerplexityPicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(PerplexitySnapshot now) {
        return IntStream.range(0, now.probabilities().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    @Override
    protected String description(PerplexitySnapshot now) {
        return words.summary(now) + " " + words.claim(now);
    }

    @Override
    protected String told(PerplexitySnapshot now, String subject) {
        int token = subjects(now).indexOf(subject);
        return token < 0 ? words.summary(now) : words.token(now, token);
    }
}
