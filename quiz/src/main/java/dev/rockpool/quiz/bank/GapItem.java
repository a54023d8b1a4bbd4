package dev.rockpool.quiz.bank;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.simulators.LabTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The gap of a card, to be typed or to be chosen among answers of other cards.
///
/// @param gap what is asked
/// @param others answers of other cards to choose among; empty where the answer is typed
record GapItem(Gap gap, Topic topic, List<Gap> others) implements Item {
    static final String TYPED = ":typed";
    static final String CHOSEN = ":chosen";

    private static final LabTexts TEXTS = LabTexts.beside(GapItem.class);

    GapItem {
        others = List.copyOf(others);
    }

    @Override
    public String id() {
        return gap.card().id() + (isTyped() ? TYPED : CHOSEN);
    }

    /// Whether the answer is typed.
    boolean isTyped() {
        return others.isEmpty();
    }

    /// The id of the item that asks for the same gap in the other way.
    String twin() {
        return gap.card().id() + (isTyped() ? CHOSEN : TYPED);
    }

    @Override
    public Optional<String> card() {
        return Optional.of(gap.card().id());
    }

    @Override
    public boolean isGenerated() {
        return false;
    }

    @Override
    public Question ask(long seed) {
        String prompt = gap.card().prompt();
        return new Question(
                id(),
                seed,
                prompt.endsWith("?") ? prompt : TEXTS.get("gap.stem", prompt),
                isTyped() ? new Form.Typed(gap.accepted()) : choice(seed),
                List.of(TEXTS.get("gap.why", gap.card().answer())),
                Optional.empty(),
                List.of(gap.card().id()));
    }

    private Form choice(long seed) {
        List<Option> options = new ArrayList<>();
        options.add(Option.right(gap.answer(), ""));
        for (Gap other : others) {
            String why = TEXTS.get("gap.other", other.card().prompt());
            options.add(Option.wrong(
                    other.answer(),
                    new Misconception(gap.card().id() + "/" + other.card().id(), why)));
        }
        Collections.shuffle(options, new Seed(seed).derive("quiz/" + id()));
        return new Form.Choice(options);
    }
}
