package dev.rockpool.costmodel.fleet;

import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/// How large objects are.
public sealed interface SizeDistribution {
    /// The largest object: 48.8 TiB, 10,000 parts of 5 GiB (S3 user guide, *Amazon S3 multipart upload limits*).
    long LARGEST = 10_000L * (5L << 30);

    /// The size of one object, drawn.
    long draw(RandomGenerator random);

    /// The objects of `from` bytes or more and less than `below`.
    Band band(long from, long below);

    /// This distribution with all sizes `factor` times.
    SizeDistribution times(double factor);

    /// A part of a distribution.
    ///
    /// @param share of all objects
    /// @param mean of its sizes in bytes; 0 where there is no share
    /// @param deviation of its sizes, the standard deviation
    record Band(double share, double mean, double deviation) {}

    /// All of one size.
    record Fixed(long bytes) implements SizeDistribution {
        public Fixed {
            checkBytes(bytes);
        }

        @Override
        public long draw(RandomGenerator random) {
            return bytes;
        }

        @Override
        public Band band(long from, long below) {
            return bytes >= from && bytes < below ? new Band(1, bytes, 0) : new Band(0, 0, 0);
        }

        @Override
        public SizeDistribution times(double factor) {
            return new Fixed(scaled(bytes, factor));
        }
    }

    /// One of several sizes, each as often as its weight.
    record Weighted(List<Entry> sizes) implements SizeDistribution {
        /// A size and how often it occurs beside the others.
        ///
        /// @param weight above 0
        public record Entry(long bytes, double weight) {
            public Entry {
                checkBytes(bytes);
                if (!(weight > 0 && weight < 1e15)) {
                    throw new IllegalArgumentException("weight is above 0 and below 10^15, not " + weight + ".");
                }
            }
        }

        public Weighted {
            sizes = List.copyOf(sizes);
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("sizes lists one size or more.");
            }
        }

        @Override
        public long draw(RandomGenerator random) {
            double left = random.nextDouble() * weight();
            for (Entry entry : sizes) {
                left -= entry.weight();
                if (left < 0) {
                    return entry.bytes();
                }
            }
            return sizes.getLast().bytes();
        }

        @Override
        public Band band(long from, long below) {
            double weight = 0;
            double sum = 0;
            double squares = 0;
            for (Entry entry : sizes) {
                if (entry.bytes() >= from && entry.bytes() < below) {
                    weight += entry.weight();
                    sum += entry.weight() * entry.bytes();
                    squares += entry.weight() * entry.bytes() * entry.bytes();
                }
            }
            return moments(weight, sum, squares, weight());
        }

        @Override
        public SizeDistribution times(double factor) {
            return new Weighted(sizes.stream()
                    .map(entry -> new Entry(scaled(entry.bytes(), factor), entry.weight()))
                    .toList());
        }

        private double weight() {
            return sizes.stream().mapToDouble(Entry::weight).sum();
        }
    }

    /// Sizes whose logarithm is normal, as measured file sizes nearly are.
    ///
    /// @param mean of the sizes themselves in bytes, 1 to [#LARGEST]
    /// @param sigma standard deviation of the natural logarithm, above 0 to 5
    record Lognormal(double mean, double sigma) implements SizeDistribution {
        public Lognormal {
            if (!(mean >= 1 && mean <= LARGEST)) {
                throw new IllegalArgumentException("mean is 1 to " + LARGEST + ", not " + mean + ".");
            }
            if (!(sigma > 0 && sigma <= 5)) {
                throw new IllegalArgumentException("sigma is above 0 and at most 5, not " + sigma + ".");
            }
        }

        @Override
        public long draw(RandomGenerator random) {
            double size = Math.exp(location() + sigma * random.nextGaussian());
            return Math.min(LARGEST, Math.round(size));
        }

        @Override
        public Band band(long from, long below) {
            double low = from <= 0 ? Double.NEGATIVE_INFINITY : (Math.log(from - 0.5) - location()) / sigma;
            double high = below > LARGEST ? Double.POSITIVE_INFINITY : (Math.log(below - 0.5) - location()) / sigma;
            double share = normal(low, high);
            double sum = mean * normal(low - sigma, high - sigma);
            double squares = mean * mean * Math.exp(sigma * sigma) * normal(low - 2 * sigma, high - 2 * sigma);
            return moments(share, sum, squares, 1);
        }

        @Override
        public SizeDistribution times(double factor) {
            return new Lognormal(Math.clamp(mean * factor, 1, LARGEST), sigma);
        }

        private double location() {
            return Math.log(mean) - sigma * sigma / 2;
        }

        /// The normal probability between two standard scores.
        private static double normal(double low, double high) {
            return (Erf.erf(high / Math.sqrt(2)) - Erf.erf(low / Math.sqrt(2))) / 2;
        }
    }

    private static Band moments(double weight, double sum, double squares, double all) {
        if (weight <= 0) {
            return new Band(0, 0, 0);
        }
        double mean = sum / weight;
        return new Band(weight / all, mean, Math.sqrt(Math.max(0, squares / weight - mean * mean)));
    }

    private static long scaled(long bytes, double factor) {
        return Math.clamp(Math.round(bytes * factor), 0, LARGEST);
    }

    private static void checkBytes(long bytes) {
        if (bytes < 0 || bytes > LARGEST) {
            throw new IllegalArgumentException("bytes is 0 to " + LARGEST + ", not " + bytes + ".");
        }
    }
}
