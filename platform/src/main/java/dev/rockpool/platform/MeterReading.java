package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamUsage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a meter counted from one moment to another.
///
/// @param from the beginning
/// @param to the end, not before `from`
/// @param provisioned of all provisioned streams
/// @param onDemand of all on-demand streams while there was no Advantage commitment
/// @param advantage of all on-demand streams while there was one
public record MeterReading(
        Instant from,
        Instant to,
        StreamUsage.Provisioned provisioned,
        StreamUsage.OnDemand onDemand,
        StreamUsage.OnDemandAdvantage advantage) {
    /// Digits after the point of a projected quantity.
    public static final int DECIMALS = 12;

    public MeterReading {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A reading ends at " + to + ", before its beginning " + from);
        }
    }

    /// How long it spans.
    public Duration length() {
        return Duration.between(from, to);
    }

    /// What was counted since `earlier`, a reading of the same meter that began with this one.
    public MeterReading since(MeterReading earlier) {
        return new MeterReading(
                earlier.to,
                to,
                provisioned.minus(earlier.provisioned),
                onDemand.minus(earlier.onDemand),
                advantage.minus(earlier.advantage));
    }

    /// What `length` would count at the rate of this reading.
    ///
    /// @throws IllegalStateException if this reading spans no time
    public MeterReading over(Duration length) {
        long spanned = length().toMillis();
        if (spanned == 0) {
            throw new IllegalStateException("A reading of no time has no rate");
        }
        Scale scale = new Scale(BigDecimal.valueOf(length.toMillis()), BigDecimal.valueOf(spanned));
        return new MeterReading(
                from,
                from.plus(length),
                new StreamUsage.Provisioned(
                        scale.of(provisioned.shardTime()),
                        scale.of(provisioned.payloadUnits()),
                        scale.of(provisioned.extendedRetentionShardTime()),
                        scale.of(provisioned.longTermStored()),
                        scale.of(provisioned.longTermBytesRead()),
                        scale.of(provisioned.fanOutConsumerShardTime()),
                        scale.of(provisioned.fanOutBytesOut())),
                new StreamUsage.OnDemand(
                        scale.of(onDemand.streamTime()),
                        scale.of(onDemand.billedBytesIn()),
                        scale.of(onDemand.bytesOut()),
                        scale.of(onDemand.fanOutBytesOut()),
                        scale.of(onDemand.extendedStored()),
                        scale.of(onDemand.longTermStored())),
                new StreamUsage.OnDemandAdvantage(
                        scale.of(advantage.committed()),
                        scale.of(advantage.billedBytesIn()),
                        scale.of(advantage.bytesOut()),
                        scale.of(advantage.stored())));
    }

    /// The usage lines, those of nothing left out.
    public List<UsageLine> lines(StreamBilling billing) {
        List<UsageLine> lines = new ArrayList<>(billing.lines(provisioned));
        lines.addAll(billing.lines(onDemand));
        lines.addAll(billing.lines(advantage));
        return lines;
    }

    /// What this reading costs.
    public Bill bill(StreamBilling billing) {
        return new Biller(billing.book()).bill(lines(billing));
    }

    /// What a month costs at the rate of this reading.
    ///
    /// @throws IllegalStateException if this reading spans no time
    public Bill monthly(StreamBilling billing) {
        return over(billing.month().length()).bill(billing);
    }

    /// A factor that is a fraction, so that whole multiples stay exact.
    private record Scale(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal of(BigDecimal quantity) {
            BigDecimal scaled = quantity.multiply(numerator).divide(denominator, DECIMALS, RoundingMode.HALF_EVEN);
            return scaled.signum() == 0 ? BigDecimal.ZERO : scaled.stripTrailingZeros();
        }

        BillableTime of(BillableTime time) {
            BigInteger scaled = new BigDecimal(time.milliseconds())
                    .multiply(numerator)
                    .divide(denominator, 0, RoundingMode.HALF_EVEN)
                    .toBigIntegerExact();
            return new BillableTime(scaled);
        }

        ByteTime of(ByteTime stored) {
            return new ByteTime(of(stored.byteMilliseconds()));
        }
    }
}
