package dev.rockpool.quiz.catalogue;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A sequence of questions from one seed.
///
/// The first question has the sequence's own seed, and every later one a seed derived from it. So each is the first
/// of the sequence of its seed: whoever has a question's seed has the question.
///
/// Without a template, the seed of a question also picks its template. So a mixed question is the same whether its
/// template is named or not.
///
/// @param seed of the sequence
/// @param only the template to ask from; empty for all
public record Questions(long seed, Optional<Template<?>> only) {
    /// Derived seeds are below this: short enough to type, and exact in readers that know only floating point.
    public static final long SEEDS = 1_000_000_000_000L;

    /// The question at `index`.
    ///
    /// @param index 0 for the first
    public Question get(long index) {
        long own = index == 0 ? seed : new Seed(seed).derive("quiz/" + index).nextLong(SEEDS);
        return only.isPresent() ? Asking.question(only.get(), own) : any(own);
    }

    /// The question of the template that the seed picks; of the next one where the prices in force leave that none.
    private static Question any(long seed) {
        List<Template<?>> all = Templates.all();
        int picked = new Seed(seed).derive("quiz/template").nextInt(all.size());
        return IntStream.range(0, all.size())
                .<Template<?>>mapToObj(step -> all.get((picked + step) % all.size()))
                .flatMap(template -> Asking.find(template, seed).stream())
                .findFirst()
                .orElseGet(() -> Asking.question(all.get(picked), seed));
    }
}
