package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// A Firehose stream.
///
/// Records that are put directly or come from a data stream are rounded up to 5 KB each, so that small records cost
/// several times their size; those from MSK and vended logs are not
/// (<https://docs.aws.amazon.com/firehose/latest/dev/limits.html>; prices <https://aws.amazon.com/firehose/pricing/>,
/// 2026-09-25). Conversion and partitioning are charged on the ingested, rounded bytes too.
///
/// @param source where records come from
/// @param records of the month
/// @param recordBytes of one
/// @param converted whether records are converted to a columnar format
/// @param partitioned whether they are partitioned by their content
/// @param objects delivered, which partitioning charges
public record DeliveryStream(
        Source source, BigDecimal records, long recordBytes, boolean converted, boolean partitioned, BigDecimal objects)
        implements Workload {
    /// Records from a producer or a data stream are rounded up to whole steps of these bytes.
    public static final long STEP_BYTES = 5L << 10;

    private static final String FIREHOSE = "Firehose";

    public DeliveryStream {
        Started.notNegative("records", records);
        Started.notNegative("recordBytes", recordBytes);
        Started.notNegative("objects", objects);
    }

    /// Where records come from, which decides price and rounding.
    public enum Source {
        DIRECT_PUT_OR_DATA_STREAM("ingest direct_PUT/KDS", true),
        MSK("ingest from MSK", false),
        VENDED_LOGS("ingest vended logs", false);

        private final String item;
        private final boolean rounded;

        Source(String item, boolean rounded) {
            this.item = item;
            this.rounded = rounded;
        }
    }

    /// The bytes that are billed.
    public BigDecimal billedBytes() {
        BigDecimal each = source.rounded
                ? Started.steps(recordBytes, STEP_BYTES).multiply(BigDecimal.valueOf(STEP_BYTES))
                : BigDecimal.valueOf(recordBytes);
        return records.multiply(each);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal bytes = billedBytes();
        UsageList lines = new UsageList(tariff).addBytes(FIREHOSE, source.item, bytes);
        if (converted) {
            lines.addBytes(FIREHOSE, "format_conversion", bytes);
        }
        if (partitioned) {
            lines.addBytes(FIREHOSE, "dynamic_partitioning per GB", bytes)
                    .addThousands(FIREHOSE, "dynamic_partitioning per object", objects);
        }
        return lines.lines();
    }
}
