package dev.rockpool.costmodel.stream;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.ByteTime;
import java.math.BigDecimal;

/// What streams of one mode did in one billing period, in one region.
///
/// Totals of several streams are the sum of theirs (`plus` of each kind). Bytes and units are decimals because a
/// forecast multiplies rates; what a meter counted is whole.
public sealed interface StreamUsage {
    StreamMode mode();

    /// Usage of provisioned streams.
    ///
    /// @param shardTime every shard's open time; a closed parent counts until it is closed
    /// @param payloadUnits of all accepted records, see [StreamBilling#payloadUnits]
    /// @param extendedRetentionShardTime shard time under a retention above 24 hours
    /// @param longTermStored bytes older than 7 days × how long they stay
    /// @param longTermBytesRead bytes older than 7 days that GetRecords returned
    /// @param fanOutConsumerShardTime enhanced consumers × shards × time
    /// @param fanOutBytesOut bytes pushed to enhanced consumers
    record Provisioned(
            BillableTime shardTime,
            BigDecimal payloadUnits,
            BillableTime extendedRetentionShardTime,
            ByteTime longTermStored,
            BigDecimal longTermBytesRead,
            BillableTime fanOutConsumerShardTime,
            BigDecimal fanOutBytesOut)
            implements StreamUsage {
        public static final Provisioned NONE = new Provisioned(
                BillableTime.NONE,
                BigDecimal.ZERO,
                BillableTime.NONE,
                ByteTime.NONE,
                BigDecimal.ZERO,
                BillableTime.NONE,
                BigDecimal.ZERO);

        @Override
        public StreamMode mode() {
            return StreamMode.PROVISIONED;
        }

        public Provisioned plus(Provisioned other) {
            return new Provisioned(
                    shardTime.plus(other.shardTime),
                    payloadUnits.add(other.payloadUnits),
                    extendedRetentionShardTime.plus(other.extendedRetentionShardTime),
                    longTermStored.plus(other.longTermStored),
                    longTermBytesRead.add(other.longTermBytesRead),
                    fanOutConsumerShardTime.plus(other.fanOutConsumerShardTime),
                    fanOutBytesOut.add(other.fanOutBytesOut));
        }

        /// What was used beyond `earlier`, a count that went on to become this one.
        public Provisioned minus(Provisioned earlier) {
            return new Provisioned(
                    shardTime.minus(earlier.shardTime),
                    payloadUnits.subtract(earlier.payloadUnits),
                    extendedRetentionShardTime.minus(earlier.extendedRetentionShardTime),
                    longTermStored.minus(earlier.longTermStored),
                    longTermBytesRead.subtract(earlier.longTermBytesRead),
                    fanOutConsumerShardTime.minus(earlier.fanOutConsumerShardTime),
                    fanOutBytesOut.subtract(earlier.fanOutBytesOut));
        }
    }

    /// Usage of on-demand streams.
    ///
    /// @param streamTime every stream's time of existence
    /// @param billedBytesIn accepted records, each rounded up, see [StreamBilling#billedBytesIn]
    /// @param bytesOut bytes that shared consumers read, not rounded
    /// @param fanOutBytesOut bytes pushed to enhanced consumers
    /// @param extendedStored bytes older than 24 hours × how long they stay, up to 7 days
    /// @param longTermStored bytes older than 7 days × how long they stay
    record OnDemand(
            BillableTime streamTime,
            BigDecimal billedBytesIn,
            BigDecimal bytesOut,
            BigDecimal fanOutBytesOut,
            ByteTime extendedStored,
            ByteTime longTermStored)
            implements StreamUsage {
        public static final OnDemand NONE = new OnDemand(
                BillableTime.NONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, ByteTime.NONE, ByteTime.NONE);

        @Override
        public StreamMode mode() {
            return StreamMode.ON_DEMAND;
        }

        public OnDemand plus(OnDemand other) {
            return new OnDemand(
                    streamTime.plus(other.streamTime),
                    billedBytesIn.add(other.billedBytesIn),
                    bytesOut.add(other.bytesOut),
                    fanOutBytesOut.add(other.fanOutBytesOut),
                    extendedStored.plus(other.extendedStored),
                    longTermStored.plus(other.longTermStored));
        }

        /// What was used beyond `earlier`, a count that went on to become this one.
        public OnDemand minus(OnDemand earlier) {
            return new OnDemand(
                    streamTime.minus(earlier.streamTime),
                    billedBytesIn.subtract(earlier.billedBytesIn),
                    bytesOut.subtract(earlier.bytesOut),
                    fanOutBytesOut.subtract(earlier.fanOutBytesOut),
                    extendedStored.minus(earlier.extendedStored),
                    longTermStored.minus(earlier.longTermStored));
        }

        /// The same use under the Advantage commitment, which prices no stream, and bytes of one kind alike.
        ///
        /// @param committed how long the commitment held
        public OnDemandAdvantage committed(BillableTime committed) {
            return new OnDemandAdvantage(
                    committed, billedBytesIn, bytesOut.add(fanOutBytesOut), extendedStored.plus(longTermStored));
        }
    }

    /// Usage of all on-demand streams of an account that took the Advantage commitment.
    ///
    /// @param committed how long the commitment held; it bills 25 MiB a second each way at least
    /// @param billedBytesIn accepted records, each rounded up
    /// @param bytesOut bytes that consumers read, shared and enhanced together
    /// @param stored bytes older than 24 hours × how long they stay, however old
    record OnDemandAdvantage(BillableTime committed, BigDecimal billedBytesIn, BigDecimal bytesOut, ByteTime stored)
            implements StreamUsage {
        public static final OnDemandAdvantage NONE =
                new OnDemandAdvantage(BillableTime.NONE, BigDecimal.ZERO, BigDecimal.ZERO, ByteTime.NONE);

        @Override
        public StreamMode mode() {
            return StreamMode.ON_DEMAND_ADVANTAGE;
        }

        /// What was used beyond `earlier`, a count that went on to become this one.
        public OnDemandAdvantage minus(OnDemandAdvantage earlier) {
            return new OnDemandAdvantage(
                    committed.minus(earlier.committed),
                    billedBytesIn.subtract(earlier.billedBytesIn),
                    bytesOut.subtract(earlier.bytesOut),
                    stored.minus(earlier.stored));
        }

        /// The usage of another stream under the same commitment, whose time is counted once.
        public OnDemandAdvantage plus(OnDemandAdvantage other) {
            return new OnDemandAdvantage(
                    committed.milliseconds().compareTo(other.committed.milliseconds()) >= 0
                            ? committed
                            : other.committed,
                    billedBytesIn.add(other.billedBytesIn),
                    bytesOut.add(other.bytesOut),
                    stored.plus(other.stored));
        }
    }
}
