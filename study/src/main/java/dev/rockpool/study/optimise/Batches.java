package dev.rockpool.study.optimise;

import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/// The mini-batches of an epoch: runs of whole cards in random order. Each has at least so many items; the last takes
/// what is left over.
final class Batches {
    private final TrainingItems items;
    private final int[] cards;
    private final int[] itemCounts;
    private final int[] ends;
    private final int count;
    private final int longest;
    private final int total;

    /// @param longest reviews of a card, beyond which items do not count
    /// @param itemsPerBatch about how many items a batch has
    Batches(TrainingItems items, int longest, int itemsPerBatch) {
        this.items = items;
        this.longest = longest;
        this.cards = items.cards().clone();
        int sum = 0;
        for (int card : cards) {
            sum += itemsOf(card);
        }
        this.total = sum;
        this.count = sum / itemsPerBatch + 1;
        this.ends = new int[count];
        this.itemCounts = new int[count];
    }

    /// How many batches an epoch has.
    int count() {
        return count;
    }

    /// Deals the cards anew.
    void shuffle(RandomGenerator random) {
        for (int i = cards.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int card = cards[i];
            cards[i] = cards[other];
            cards[other] = card;
        }
        int dealt = 0;
        int next = 0;
        for (int batch = 0; batch < count; batch++) {
            int until = (int) ((long) total * (batch + 1) / count);
            int before = dealt;
            while (next < cards.length && (dealt < until || batch == count - 1)) {
                dealt += itemsOf(cards[next++]);
            }
            ends[batch] = next;
            itemCounts[batch] = dealt - before;
        }
    }

    /// The cards of one of `slices` slices of a batch.
    void forEachCard(int batch, int slice, int slices, IntConsumer consumer) {
        int start = batch == 0 ? 0 : ends[batch - 1];
        int size = ends[batch] - start;
        int end = start + size * (slice + 1) / slices;
        for (int i = start + size * slice / slices; i < end; i++) {
            consumer.accept(cards[i]);
        }
    }

    /// The share of an epoch's items that a batch has.
    double share(int batch) {
        return (double) itemCounts[batch] / total;
    }

    private int itemsOf(int card) {
        ReviewHistories histories = items.histories();
        int start = histories.start(card);
        int end = Math.min(histories.end(card), start + longest);
        int count = 0;
        for (int place = start + 1; place < end; place++) {
            count += items.weight(place) > 0 ? 1 : 0;
        }
        return count;
    }
}
