package dev.rockpool.quiz.bank;

import dev.rockpool.content.LabTask;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Measure;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.task.LabTasks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A quiz item of a deck. The seed decides in which order options stand.
///
/// @param facts ids of the cards and claims that the deck links it to
record AuthoredItem(QuizItem item, Topic topic, List<String> facts) implements Item {
    AuthoredItem {
        facts = List.copyOf(facts);
    }

    @Override
    public String id() {
        return item.id();
    }

    @Override
    public boolean isGenerated() {
        return false;
    }

    @Override
    public boolean isInLab() {
        return item instanceof LabTask;
    }

    @Override
    public Question ask(long seed) {
        RandomGenerator random = new Seed(seed).derive("quiz/" + id());
        return new Question(id(), seed, item.stem(), form(random), solution(), show(), facts);
    }

    /// A task is done where it is shown; the lab in full is opened at its start.
    private Optional<LabScenario> show() {
        return item instanceof LabTask task
                ? Optional.of(new LabScenario(
                        task.setup().lab(), LabTasks.bind(task.setup()).text(List.of())))
                : Optional.empty();
    }

    private Form form(RandomGenerator random) {
        return switch (item) {
            case MultipleChoice choice -> form(choice, random);
            case Numeric numeric -> form(numeric);
            case Match match -> form(match, random);
            case Order order -> form(order, random);
            case LabTask task -> new Form.InLab(task.setup());
        };
    }

    private Form form(MultipleChoice choice, RandomGenerator random) {
        List<Option> options = new ArrayList<>();
        for (int place = 0; place < choice.options().size(); place++) {
            dev.rockpool.content.Option option = choice.options().get(place);
            options.add(
                    option.right()
                            ? Option.right(option.text(), option.why())
                            : Option.wrong(option.text(), new Misconception(id() + "/" + place, option.why())));
        }
        Collections.shuffle(options, random);
        return choice.multi() ? new Form.MultipleResponse(options) : new Form.Choice(options);
    }

    private static Form form(Numeric numeric) {
        BigDecimal amount = numeric.tolerance().amount();
        BigDecimal tolerance =
                numeric.tolerance().relative() ? numeric.answer().abs().multiply(amount) : amount;
        return new Form.Numeric(numeric.answer(), new Measure.Named(numeric.unit()), tolerance, List.of());
    }

    private static Form form(Match match, RandomGenerator random) {
        List<String> right = new ArrayList<>(
                match.pairs().stream().map(Pair::right).distinct().toList());
        Collections.shuffle(right, random);
        return new Form.Matching(
                match.pairs().stream().map(Pair::left).toList(),
                right,
                match.pairs().stream().map(pair -> right.indexOf(pair.right())).toList());
    }

    /// Never shown in the right order at first.
    private static Form form(Order order, RandomGenerator random) {
        List<String> shown = new ArrayList<>(order.items());
        Collections.shuffle(shown, random);
        if (shown.equals(order.items())) {
            Collections.reverse(shown);
        }
        return new Form.Ordering(
                shown, order.items().stream().map(shown::indexOf).toList());
    }

    private List<String> solution() {
        List<String> steps = new ArrayList<>();
        if (item instanceof Numeric numeric && !numeric.formula().isEmpty()) {
            steps.add(numeric.formula() + " = " + new Measure.Named(numeric.unit()).format(numeric.answer()));
        }
        if (!item.explanation().isEmpty()) {
            steps.add(item.explanation());
        }
        return steps;
    }
}
