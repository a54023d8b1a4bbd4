package dev.rockpool.quiz.bank;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.catalogue.Questions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A round without an end: the items of a pool in an order that the seed decides, over and over.
///
/// The first question has the round's own seed, every later one a seed derived from it, as in [Questions].
///
/// @param seed of the round
/// @param pool what may be asked, in any order; not empty
public record Series(long seed, List<Item> pool) {
    public Series {
        if (pool.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to ask.");
        }
        List<Item> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, new Seed(seed).derive("quiz/round"));
        pool = List.copyOf(shuffled);
    }

    /// The question at `index`, from 0; of the next item where the prices in force leave that one none.
    public Question get(int index) {
        long own = index == 0 ? seed : new Seed(seed).derive("quiz/" + index).nextLong(Questions.SEEDS);
        return IntStream.range(0, pool.size())
                .mapToObj(step -> pool.get((index + step) % pool.size()))
                .flatMap(item -> item.find(own).stream())
                .findFirst()
                .orElseGet(() -> pool.get(index % pool.size()).ask(own));
    }

    /// How many questions there are before one comes again; a generated item never does.
    public int length() {
        return pool.stream().anyMatch(Item::isGenerated) ? Integer.MAX_VALUE : pool.size();
    }
}
