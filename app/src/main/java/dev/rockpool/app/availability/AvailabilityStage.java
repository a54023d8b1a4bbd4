package dev.rockpool.app.availability;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.availability.AvailabilitySnapshot;
import java.util.List;
import java.util.stream.IntStream;

/// The stage of the lab *availability*: the picture, and a sentence about the day or about the part that stands out. A
/// part is named by its place in the diagram, from 0.
public final class AvailabilityStage extends FramedStage<AvailabilitySnapshot> {
    private static final double LEGEND_FROM = 320;

    private final AvailabilityWords words;

    public AvailabilityStage(Texts texts) {
        this(new AvailabilityWords(texts));
    }

    private AvailabilityStage(AvailabilityWords words) {
        super(new AvailabilityPicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(AvailabilitySnapshot now) {
        return IntStream.range(0, now.partsUp().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    @Override
    protected String description(AvailabilitySnapshot now) {
        return words.summary(now) + " " + words.claim(now);
    }

    @Override
    protected String told(AvailabilitySnapshot now, String subject) {
        int part = subjects(now).indexOf(subject);
        return part < 0 ? words.summary(now) : words.part(now, part);
    }
}
