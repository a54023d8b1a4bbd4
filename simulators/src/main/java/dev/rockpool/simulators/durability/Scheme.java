package dev.rockpool.simulators.durability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How an object is spread over drives, and which losses it survives.
public sealed interface Scheme {
    /// Shards of a stripe.
    int shards();

    /// Stored bytes a byte of data.
    double overhead();

    /// Of all sets of `failed` shards, the share whose loss can be undone; 1 at 0 failed, never rising.
    double decodable(int failed);

    /// The most shards that may be lost in the best case.
    int mostLost();

    /// Whether the data survive the loss of `lost`, shards numbered from 0.
    default boolean survives(BitSet lost) {
        return lost.cardinality() <= mostLost();
    }

    /// The word that the field `kind` has.
    String kind();

    /// Whole copies.
    ///
    /// @param copies 1 or more
    record Replication(int copies) implements Scheme {
        @Override
        public int shards() {
            return copies;
        }

        @Override
        public double overhead() {
            return copies;
        }

        @Override
        public double decodable(int failed) {
            return failed < copies ? 1 : 0;
        }

        @Override
        public int mostLost() {
            return copies - 1;
        }

        @Override
        public String kind() {
            return "replication";
        }
    }

    /// A maximum distance separable code: any `data` of all shards suffice.
    ///
    /// @param data 1 or more
    /// @param parity 0 or more
    record Erasure(int data, int parity) implements Scheme {
        @Override
        public int shards() {
            return data + parity;
        }

        @Override
        public double overhead() {
            return (double) shards() / data;
        }

        @Override
        public double decodable(int failed) {
            return failed <= parity ? 1 : 0;
        }

        @Override
        public int mostLost() {
            return parity;
        }

        @Override
        public String kind() {
            return "erasure";
        }
    }

    /// A local reconstruction code: the data in groups with one local parity each, and global parities
    /// over all.
    ///
    /// A loss can be undone if the global parities that are left suffice for what the groups cannot
    /// mend themselves: a group mends one shard. That is what a maximally recoverable code reaches
    /// (Huang et al. 2012).
    ///
    /// @param data 1 or more, in groups as equal as can be
    /// @param localParities groups, 1 to `data`
    /// @param globalParities 0 or more
    record Lrc(int data, int localParities, int globalParities) implements Scheme {
        @Override
        public int shards() {
            return data + localParities + globalParities;
        }

        @Override
        public double overhead() {
            return (double) shards() / data;
        }

        /// Counts every set of lost shards by what each group lost.
        @Override
        public double decodable(int failed) {
            if (failed <= globalParities + 1) {
                return 1;
            }
            if (failed > mostLost()) {
                return 0;
            }
            BigInteger[][] ways = enumerate(failed);
            BigInteger undone = Arrays.stream(ways[failed]).reduce(BigInteger.ZERO, BigInteger::add);
            return undone.doubleValue() / binomial(shards(), failed).doubleValue();
        }

        /// Shards are numbered group by group, each group's parity behind its data; then the global
        /// parities.
        @Override
        public boolean survives(BitSet lost) {
            int needed = 0;
            int from = 0;
            for (int size : groups()) {
                needed += Math.max(0, lost.get(from, from + size).cardinality() - 1);
                from += size;
            }
            return needed + lost.get(from, shards()).cardinality() <= globalParities;
        }

        /// The shards of each group, its local parity among them.
        List<Integer> groups() {
            List<Integer> sizes = new ArrayList<>();
            for (int group = 0; group < localParities; group++) {
                sizes.add(data / localParities + (group < data % localParities ? 1 : 0) + 1);
            }
            return sizes;
        }

        /// Sets by shards lost and global parities needed, where those suffice.
        private BigInteger[][] enumerate(int failed) {
            BigInteger[][] ways = empty(failed);
            for (int lost = 0; lost <= Math.min(failed, globalParities); lost++) {
                ways[lost][lost] = binomial(globalParities, lost);
            }
            for (int size : groups()) {
                BigInteger[][] next = empty(failed);
                for (int before = 0; before <= failed; before++) {
                    for (int needed = 0; needed <= globalParities; needed++) {
                        for (int lost = 0; lost <= Math.min(size, failed - before); lost++) {
                            int then = needed + Math.max(0, lost - 1);
                            if (then <= globalParities) {
                                next[before + lost][then] = next[before + lost][then].add(
                                        ways[before][needed].multiply(binomial(size, lost)));
                            }
                        }
                    }
                }
                ways = next;
            }
            return ways;
        }

        private BigInteger[][] empty(int failed) {
            BigInteger[][] ways = new BigInteger[failed + 1][globalParities + 1];
            for (BigInteger[] row : ways) {
                Arrays.fill(row, BigInteger.ZERO);
            }
            return ways;
        }

        @Override
        public int mostLost() {
            return localParities + globalParities;
        }

        @Override
        public String kind() {
            return "lrc";
        }
    }

    /// Ways to choose `chosen` of `all`.
    static BigInteger binomial(int all, int chosen) {
        BigInteger ways = BigInteger.ONE;
        for (int at = 0; at < chosen; at++) {
            ways = ways.multiply(BigInteger.valueOf(all - at)).divide(BigInteger.valueOf(at + 1));
        }
        return ways;
    }
}
