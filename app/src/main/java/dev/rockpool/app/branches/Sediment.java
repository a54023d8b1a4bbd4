package dev.rockpool.app.branches;

import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bytes, or objects, as blocks of one size that lie in layers, one a storage class, and below them what is gone. A
/// block keeps its number when it sinks, so that a picture can show it on its way.
///
/// A class that holds anything has a block at least. Blocks lie in the order in which they came.
final class Sediment {
    /// About how many blocks the fuller of two sides begins with.
    static final int BLOCKS = 160;

    private static final int MOST = 4 * BLOCKS;

    private final long blockSize;
    private final long total;
    private final int next;
    private final Map<StorageClass, List<Integer>> layers;
    private final List<Integer> gone;

    /// Where a block lies.
    ///
    /// @param layer empty if it is gone
    /// @param place from the layer's beginning, from 0
    record Lie(Optional<StorageClass> layer, int place) {}

    private Sediment(
            long blockSize, long total, int next, Map<StorageClass, List<Integer>> layers, List<Integer> gone) {
        this.blockSize = blockSize;
        this.total = total;
        this.next = next;
        this.layers = layers;
        this.gone = gone;
    }

    /// Nothing yet, in blocks of that size.
    static Sediment empty(long blockSize) {
        return new Sediment(Math.max(1, blockSize), 0, 0, new EnumMap<>(StorageClass.class), List.of());
    }

    /// The size of a block for two sides of which the fuller one has `most`.
    static long blockOf(long most) {
        return Math.max(1, Math.ceilDiv(most, BLOCKS));
    }

    /// What lies there once the side has `held`, by class: as few blocks move as can be, those that came first.
    Sediment with(Map<StorageClass, Long> held) {
        Map<StorageClass, Integer> wanted = new EnumMap<>(StorageClass.class);
        held.forEach((storageClass, size) -> {
            if (size > 0) {
                wanted.put(storageClass, Math.clamp(Math.round((double) size / blockSize), 1, MOST));
            }
        });
        Map<StorageClass, List<Integer>> after = new EnumMap<>(StorageClass.class);
        List<Integer> free = new ArrayList<>();
        for (StorageClass storageClass : StorageClass.values()) {
            List<Integer> here = layers.getOrDefault(storageClass, List.of());
            int leaving = Math.max(0, here.size() - wanted.getOrDefault(storageClass, 0));
            free.addAll(here.subList(0, leaving));
            after.put(storageClass, new ArrayList<>(here.subList(leaving, here.size())));
        }
        int number = next;
        for (Map.Entry<StorageClass, Integer> want : wanted.entrySet()) {
            List<Integer> here = after.computeIfAbsent(want.getKey(), _ -> new ArrayList<>());
            while (here.size() < want.getValue()) {
                here.add(free.isEmpty() ? number++ : free.removeFirst());
            }
        }
        after.values().removeIf(List::isEmpty);
        long whole = held.values().stream().mapToLong(Long::longValue).sum();
        // a block that is only rounded away is not gone
        long went = Math.clamp(Math.round((double) (total - whole) / blockSize), 0, free.size());
        List<Integer> lost = new ArrayList<>(gone);
        lost.addAll(free.subList(0, (int) went));
        return new Sediment(
                blockSize,
                whole,
                number,
                after,
                lost.size() > BLOCKS ? lost.subList(lost.size() - BLOCKS, lost.size()) : lost);
    }

    /// How much a block stands for.
    long blockSize() {
        return blockSize;
    }

    /// The blocks of a class, in the order in which they came.
    List<Integer> layer(StorageClass storageClass) {
        return Collections.unmodifiableList(layers.getOrDefault(storageClass, List.of()));
    }

    /// The blocks that went, the latest last.
    List<Integer> gone() {
        return Collections.unmodifiableList(gone);
    }

    /// Where each block lies, by its number.
    Map<Integer, Lie> lies() {
        Map<Integer, Lie> lies = new HashMap<>();
        layers.forEach((storageClass, blocks) -> {
            for (int place = 0; place < blocks.size(); place++) {
                lies.put(blocks.get(place), new Lie(Optional.of(storageClass), place));
            }
        });
        for (int place = 0; place < gone.size(); place++) {
            lies.put(gone.get(place), new Lie(Optional.empty(), place));
        }
        return lies;
    }
}
