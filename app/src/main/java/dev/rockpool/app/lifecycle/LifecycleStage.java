package dev.rockpool.app.lifecycle;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot.Dot;
import java.util.List;

/// The stage of the lab *lifecycle*: the picture, and a sentence about the day or about the dot that stands out.
public final class LifecycleStage extends FramedStage<LifecycleSnapshot> {
    private static final double LEGEND_FROM = 300;

    private final LifecycleWords words;

    public LifecycleStage(Texts texts) {
        this(new LifecycleWords(texts));
    }

    private LifecycleStage(LifecycleWords words) {
        super(new LifecyclePicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(LifecycleSnapshot now) {
        return now.dots().stream().map(Dot::id).toList();
    }

    @Override
    protected String description(LifecycleSnapshot now) {
        return words.summary(now);
    }

    @Override
    protected String told(LifecycleSnapshot now, String subject) {
        return now.dots().stream()
                .filter(dot -> dot.id().equals(subject))
                .findFirst()
                .map(dot -> words.dot(dot, now))
                .orElseGet(() -> words.summary(now));
    }
}
