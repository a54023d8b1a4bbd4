package dev.rockpool.study.statistics;

import java.util.ArrayList;
import java.util.List;

/// Counts of values between edges, each bar from its edge up to below the next.
///
/// @param edges in order, one more than there are bars; what lies outside counts into the first or last bar
/// @param counts of the bars
public record Histogram(List<Double> edges, List<Integer> counts) {
    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (edges.size() != counts.size() + 1) {
            throw new IllegalArgumentException(counts.size() + " bars need one edge more, not " + edges.size());
        }
    }

    /// How many values there are.
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /// How many values lie in bars that begin at an edge or after it.
    public int from(double edge) {
        int sum = 0;
        for (int bar = 0; bar < counts.size(); bar++) {
            sum += edges.get(bar) >= edge ? counts.get(bar) : 0;
        }
        return sum;
    }

    /// The middle value, as if values were spread evenly within their bar; 0 for no values.
    public double median() {
        double half = total() / 2.0;
        double before = 0;
        for (int bar = 0; bar < counts.size(); bar++) {
            int count = counts.get(bar);
            if (count > 0 && before + count >= half) {
                double within = (half - before) / count;
                return edges.get(bar) + within * (edges.get(bar + 1) - edges.get(bar));
            }
            before += count;
        }
        return 0;
    }

    /// Gathers values.
    public static final class Builder {
        private final double[] edges;
        private final int[] counts;

        /// @param edges in order, at least two
        public Builder(double... edges) {
            if (edges.length < 2) {
                throw new IllegalArgumentException("a histogram needs two edges, not " + edges.length);
            }
            this.edges = edges.clone();
            this.counts = new int[edges.length - 1];
        }

        /// Counts one value.
        public void add(double value) {
            int bar = counts.length - 1;
            while (bar > 0 && value < edges[bar]) {
                bar--;
            }
            counts[bar]++;
        }

        /// What was gathered.
        public Histogram build() {
            List<Double> bounds = new ArrayList<>();
            for (double edge : edges) {
                bounds.add(edge);
            }
            List<Integer> bars = new ArrayList<>();
            for (int count : counts) {
                bars.add(count);
            }
            return new Histogram(bounds, bars);
        }
    }
}
