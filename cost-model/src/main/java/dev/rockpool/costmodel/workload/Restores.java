package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Objects brought back from an archive class for some days.
///
/// A restore is a request and its bytes at the rate of how fast it is wanted; until the days are over a copy is stored
/// at the Standard rate beside the archived object, which stays and goes on being billed
/// (<https://aws.amazon.com/s3/pricing/>, 2025-10-19).
///
/// @param storageClass `GLACIER` or `DEEP_ARCHIVE`
/// @param speed `Expedited`, `Standard` or `Bulk`; Deep Archive has no first
/// @param objects restored
/// @param bytes of all of them
/// @param kept how long the copies stay
public record Restores(String storageClass, String speed, BigDecimal objects, BigDecimal bytes, Duration kept)
        implements Workload {
    private static final String S3 = "S3";

    public Restores {
        Started.notNegative("objects", objects);
        Started.notNegative("bytes", bytes);
        Started.notNegative("kept", kept);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        String rate = storageClass + "." + speed;
        return new UsageList(tariff)
                .addThousands(S3, "retrieval_request." + rate, objects)
                .addBytes(S3, "retrieval." + rate, bytes)
                .add(
                        S3,
                        "storage.STANDARD",
                        ByteTime.of(bytes, BillableTime.of(kept)).gigabyteMonths(tariff.month()))
                .lines();
    }
}
