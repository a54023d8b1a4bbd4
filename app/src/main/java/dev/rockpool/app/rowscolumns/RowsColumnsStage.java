package dev.rockpool.app.rowscolumns;

import dev.rockpool.app.lab.FramedStage;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.rowscolumns.RowsColumnsSnapshot;
import java.util.Arrays;
import java.util.List;

/// The stage of the lab *rows-columns*: the picture, and a sentence about the operation or about the side that stands
/// out.
public final class RowsColumnsStage extends FramedStage<RowsColumnsSnapshot> {
    private static final double LEGEND_FROM = 320;

    private final RowsColumnsWords words;

    public RowsColumnsStage(Texts texts) {
        this(new RowsColumnsWords(texts));
    }

    private RowsColumnsStage(RowsColumnsWords words) {
        super(new RowsColumnsPicture(words), words.legend(), LEGEND_FROM);
        this.words = words;
    }

    @Override
    protected List<String> subjects(RowsColumnsSnapshot now) {
        return Arrays.stream(Side.values()).map(Side::subject).toList();
    }

    @Override
    protected String description(RowsColumnsSnapshot now) {
        return words.rows(now) + ". " + words.columns(now) + ". " + words.summary(now);
    }

    @Override
    protected String told(RowsColumnsSnapshot now, String subject) {
        return Side.of(subject).map(side -> words.told(now, side)).orElseGet(() -> words.summary(now));
    }
}
