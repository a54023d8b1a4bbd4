package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Requests to objects that can be read at once, and what reading and writing them costs by the GB.
///
/// Writes and reads are charged at the rate of the object's class, LIST always at the Standard rate of a write, DELETE
/// not at all. The infrequent-access classes and Glacier Instant Retrieval charge for each GB that is read, Express One
/// Zone for each GB either way, from the first byte (<https://aws.amazon.com/s3/pricing/>, 2025-10-19).
///
/// @param storageClass as in the API: `STANDARD`, `STANDARD_IA`, `EXPRESS_ONEZONE` …
/// @param writes PUT, COPY and POST requests
/// @param reads GET, SELECT and all others
/// @param lists LIST requests
/// @param bytesWritten by the writes
/// @param bytesRead by the reads
public record ObjectRequests(
        String storageClass,
        BigDecimal writes,
        BigDecimal reads,
        BigDecimal lists,
        BigDecimal bytesWritten,
        BigDecimal bytesRead)
        implements Workload {
    private static final String S3 = "S3";
    private static final String EXPRESS = "EXPRESS_ONEZONE";
    private static final List<String> CHARGE_FOR_READING = List.of("STANDARD_IA", "ONEZONE_IA", "GLACIER_IR");

    public ObjectRequests {
        Started.notNegative("writes", writes);
        Started.notNegative("reads", reads);
        Started.notNegative("lists", lists);
        Started.notNegative("bytesWritten", bytesWritten);
        Started.notNegative("bytesRead", bytesRead);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        UsageList lines = new UsageList(tariff)
                .addThousands(S3, "request.PUT_COPY_POST_LIST." + storageClass, writes)
                .addThousands(S3, "request.GET_SELECT_other." + storageClass, reads)
                .addThousands(S3, "request.PUT_COPY_POST_LIST.STANDARD", lists);
        if (CHARGE_FOR_READING.contains(storageClass)) {
            lines.addBytes(S3, "retrieval." + storageClass, bytesRead);
        }
        if (storageClass.equals(EXPRESS)) {
            lines.addBytes(S3, "express.data_upload_per_GB", bytesWritten)
                    .addBytes(S3, "express.data_retrieval_per_GB", bytesRead);
        }
        return lines.lines();
    }
}
