package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Keys and the requests that encrypted objects make to them.
///
/// A customer-managed key costs a month's price, its first and its second rotation each add as much, later ones nothing
/// (<https://aws.amazon.com/kms/pricing/>, the rule since May 2024). A key that the vendor manages costs no month, its
/// requests do. Without a bucket key each request to an encrypted object is one to its key; a bucket key saves up to
/// 99 % of them, for objects written since it was switched on
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html>).
///
/// @param keys customer-managed keys that exist all month, primaries and replicas alike
/// @param rotations of each key so far
/// @param objectRequests PUT and GET requests to objects under these keys
/// @param savedByBucketKey share of the requests to keys that a bucket key saves, 0 to [#MOST_SAVED]; 0 without one
public record EncryptionKeys(BigDecimal keys, long rotations, BigDecimal objectRequests, BigDecimal savedByBucketKey)
        implements Workload {
    /// What a bucket key saves at best.
    public static final BigDecimal MOST_SAVED = new BigDecimal("0.99");

    private static final String KMS = "KMS";
    private static final long PAID_ROTATIONS = 2;
    private static final int REQUESTS_PER_PRICE = 4;

    public EncryptionKeys {
        Started.notNegative("keys", keys);
        Started.notNegative("rotations", rotations);
        Started.notNegative("objectRequests", objectRequests);
        if (savedByBucketKey.signum() < 0 || savedByBucketKey.compareTo(MOST_SAVED) > 0) {
            throw new IllegalArgumentException("savedByBucketKey is 0 to 0.99, not " + savedByBucketKey + ".");
        }
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal rotated = keys.multiply(BigDecimal.valueOf(Math.min(rotations, PAID_ROTATIONS)));
        BigDecimal requests = objectRequests.multiply(BigDecimal.ONE.subtract(savedByBucketKey));
        return new UsageList(tariff)
                .add(KMS, "customer_managed_key", keys)
                .add(KMS, "first and second rotation, each adds", rotated)
                .add(KMS, "requests symmetric", requests.movePointLeft(REQUESTS_PER_PRICE))
                .lines();
    }
}
