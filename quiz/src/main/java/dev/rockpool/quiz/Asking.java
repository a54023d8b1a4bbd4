package dev.rockpool.quiz;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.kernel.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Makes questions of a template.
///
/// The rank of the key is drawn first and stays; parameters are drawn until the wrong rules give enough options below
/// and above the key that can be told apart. Thus the rank is uniform whatever the rules, as long as each rank can be
/// had at all.
///
/// @param <P> the template's parameters
public final class Asking<P> {
    /// Options of a question that is chosen: the key and three mistakes. More than three seldom work (Tarrant et al.
    /// 2009).
    public static final int OPTIONS = 4;

    /// The fewest known mistakes of a question that is typed.
    public static final int LEAST_TRAPS = 2;

    /// Options differ by at least this part of the larger.
    public static final BigDecimal LEAST_GAP = new BigDecimal("0.02");

    /// No option is further from the key than by this factor: it would be dismissed without a thought.
    public static final BigDecimal FARTHEST = new BigDecimal(20);

    /// A template whose parameters are refused so often asks too much of them.
    private static final int MOST_DRAWS = 2_000;

    /// With prices that a user brought a place of the key may be out of reach; it is given up after so many draws.
    private static final int DRAWS_OF_OTHER_RANKS = 200;

    private final Template<P> template;
    private final RandomGenerator random;

    private Asking(Template<P> template, RandomGenerator random) {
        this.template = template;
        this.random = random;
    }

    /// The question of a template that belongs to `seed`.
    ///
    /// @throws InputException if there is none at the prices in force, see [#find]
    public static <P> Question question(Template<P> template, long seed) {
        return find(template, seed)
                .orElseThrow(() -> new InputException(
                        "quiz-unfair",
                        "The template " + Quote.of(template.id())
                                + " has no fair question at the prices in force, which you imported."));
    }

    /// The question of a template that belongs to `seed`; empty where the prices in force, which a user may have
    /// brought, leave the template no question with one defensible answer.
    ///
    /// At Rockpool's own prices every template has a question for every seed.
    public static <P> Optional<Question> find(Template<P> template, long seed) {
        return new Asking<>(template, new Seed(seed).derive("quiz/" + template.id())).ask(seed);
    }

    private Optional<Question> ask(long seed) {
        int rank = random.nextInt(OPTIONS);
        Optional<Question> found = ask(seed, rank, MOST_DRAWS);
        for (int other = 1; found.isEmpty() && other < OPTIONS; other++) {
            found = ask(seed, (rank + other) % OPTIONS, DRAWS_OF_OTHER_RANKS);
        }
        return found;
    }

    private Optional<Question> ask(long seed, int rank, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            Optional<Question> found = drawn(seed, rank);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Question> drawn(long seed, int rank) {
        P parameters = template.draw(random);
        try {
            if (!template.isFair(parameters)) {
                return Optional.empty();
            }
            Optional<? extends Form> form =
                    template.kind() == Form.Kind.NUMERIC ? numeric(parameters) : choice(parameters, rank);
            return form.map(asked -> new Question(
                    template.id(),
                    seed,
                    template.stem(parameters),
                    asked,
                    template.solution(parameters),
                    template.show(parameters),
                    template.facts()));
        } catch (ArithmeticException _) {
            return Optional.empty(); // a price of nothing pays nothing back
        }
    }

    private Optional<Form.Choice> choice(P parameters, int rank) {
        BigDecimal answer = template.answer(parameters);
        List<Candidate> chosen = new ArrayList<>(List.of(candidate(answer, Optional.empty())));
        List<Candidate> wrong = new ArrayList<>(mistakes(parameters)
                .map(mistake -> candidate(mistake.value(), Optional.of(mistake.misconception())))
                .filter(candidate -> isPlausible(candidate.value(), answer))
                .toList());
        Collections.shuffle(wrong, random);
        take(wrong, rank, candidate -> candidate.value().compareTo(answer) < 0, chosen);
        take(wrong, OPTIONS - 1 - rank, candidate -> candidate.value().compareTo(answer) > 0, chosen);
        if (chosen.size() < OPTIONS) {
            return Optional.empty();
        }
        return Optional.of(new Form.Choice(chosen.stream()
                .sorted(Comparator.comparing(Candidate::value))
                .map(Candidate::option)
                .toList()));
    }

    /// What may become an option.
    private record Candidate(BigDecimal value, String text, Optional<Misconception> misconception) {
        Option option() {
            return new Option(
                    text,
                    Optional.of(value),
                    misconception,
                    misconception.map(Misconception::sentence).orElse(""));
        }
    }

    /// Adds the first `count` of `wrong` on one side of the key that can be told from all chosen before.
    private static void take(List<Candidate> wrong, int count, Predicate<Candidate> side, List<Candidate> chosen) {
        int full = chosen.size() + count;
        for (Candidate candidate : wrong) {
            if (chosen.size() < full
                    && side.test(candidate)
                    && chosen.stream().allMatch(other -> canBeToldApart(candidate, other))) {
                chosen.add(candidate);
            }
        }
    }

    private Optional<Form.Numeric> numeric(P parameters) {
        BigDecimal stored = template.answer(parameters);
        BigDecimal answer = shown(stored);
        BigDecimal tolerance = shown(template.tolerance(stored));
        Form.Numeric bare = new Form.Numeric(answer, new Measure.OfLab(template.unit()), tolerance, List.of());
        List<Trap> traps = new ArrayList<>();
        mistakes(parameters)
                .map(mistake -> new Trap(shown(mistake.value()), mistake.misconception()))
                .filter(trap -> !bare.means(trap.value(), answer))
                .filter(trap -> trap.value().signum() > 0)
                .forEach(trap -> {
                    if (traps.stream().noneMatch(other -> bare.means(trap.value(), other.value()))) {
                        traps.add(trap);
                    }
                });
        return traps.size() < LEAST_TRAPS
                ? Optional.empty()
                : Optional.of(new Form.Numeric(answer, new Measure.OfLab(template.unit()), tolerance, traps));
    }

    /// A mistake and the value it leads to.
    private record Mistake(BigDecimal value, Misconception misconception) {}

    private Stream<Mistake> mistakes(P parameters) {
        return template.wrongRules().stream()
                .flatMap(rule ->
                        rule
                                .answer()
                                .apply(parameters)
                                .map(value -> new Mistake(value, rule.misconception()))
                                .stream());
    }

    private Candidate candidate(BigDecimal value, Optional<Misconception> misconception) {
        return new Candidate(value, template.unit().format(value.doubleValue()), misconception);
    }

    /// A typed answer is compared with what a solution prints, not with digits that nobody sees.
    private BigDecimal shown(BigDecimal stored) {
        return BigDecimal.valueOf(template.unit().shown(stored.doubleValue()))
                .setScale(template.unit().decimals(), RoundingMode.HALF_UP);
    }

    private static boolean canBeToldApart(Candidate one, Candidate other) {
        BigDecimal larger = one.value().max(other.value());
        BigDecimal gap = one.value().subtract(other.value()).abs();
        return gap.compareTo(larger.multiply(LEAST_GAP)) >= 0 && !one.text().equals(other.text());
    }

    private static boolean isPlausible(BigDecimal value, BigDecimal answer) {
        return value.multiply(FARTHEST).compareTo(answer) >= 0
                && answer.multiply(FARTHEST).compareTo(value) >= 0;
    }
}
