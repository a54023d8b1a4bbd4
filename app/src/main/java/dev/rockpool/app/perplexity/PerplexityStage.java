package dev.rockpool.app.perplexity;

import dev.rockpool.app.lab.LabStage;
import dev.rockpool.app.lab.PictureFrame;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.perplexity.PerplexitySnapshot;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage of the lab *perplexity*: the picture, and a sentence about the tokens so far or about the one
/// that stands out.
///
/// Arrow keys go from token to token.
public final class PerplexityStage implements LabStage<PerplexitySnapshot> {
    private static final double LEGEND_FROM = 300;

    private final PerplexityWords words;
    private final PerplexityPicture picture;
    private final PictureFrame frame;
    private @Nullable PerplexitySnapshot shown;

    public PerplexityStage(Texts texts) {
        words = new PerplexityWords(texts);
        picture = new PerplexityPicture(words);
        frame = new PictureFrame(picture, words.legend(), LEGEND_FROM, (x, y) -> subject(picture.at(x, y)), this::move);
    }

    @Override
    public Region root() {
        return frame.root();
    }

    @Override
    public void show(PerplexitySnapshot snapshot) {
        shown = snapshot;
        picture.show(snapshot);
        frame.show(words.summary(snapshot) + " " + words.claim(snapshot), told(snapshot));
    }

    /// A token is named by its place, from 0.
    @Override
    public void light(String subject) {
        OptionalInt token = token(subject);
        picture.light(token.orElse(-1));
        frame.light(subject(token));
        PerplexitySnapshot now = shown;
        if (now != null) {
            frame.say(told(now));
        }
    }

    @Override
    public void onPointed(Consumer<String> listener) {
        frame.onPointed(listener);
    }

    private void move(int by) {
        PerplexitySnapshot now = shown;
        if (now != null && !now.probabilities().isEmpty()) {
            OptionalInt lit = token(frame.lit());
            int next = lit.isEmpty()
                    ? 0
                    : Math.clamp(
                            (long) lit.getAsInt() + by, 0, now.probabilities().size() - 1);
            frame.point(Integer.toString(next));
        }
    }

    private String told(PerplexitySnapshot now) {
        OptionalInt lit = token(frame.lit());
        return lit.isPresent() && lit.getAsInt() < now.probabilities().size()
                ? words.token(now, lit.getAsInt())
                : words.summary(now);
    }

    private static OptionalInt token(String subject) {
        return subject.isEmpty() || !subject.chars().allMatch(Character::isDigit) || subject.length() > 6
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(subject));
    }

    private static String subject(OptionalInt token) {
        return token.isPresent() ? Integer.toString(token.getAsInt()) : "";
    }
}
