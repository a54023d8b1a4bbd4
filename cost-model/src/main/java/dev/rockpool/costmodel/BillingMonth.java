package dev.rockpool.costmodel;

import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// How long the month of a GB-month is.
///
/// A bill divides by the real hours of the calendar month, 672 to 744; the vendor's calculator takes 730 for every
/// month (facts of <https://aws.amazon.com/s3/pricing/> and the AWS Pricing Calculator). Both are offered, neither is
/// assumed.
///
/// @param length above zero, whole milliseconds
public record BillingMonth(Duration length) {
    /// The calculator's month, 730 hours.
    public static final BillingMonth OF_730_HOURS = new BillingMonth(Duration.ofHours(730));

    public BillingMonth {
        if (!length.isPositive() || !length.truncatedTo(ChronoUnit.MILLIS).equals(length)) {
            throw new IllegalArgumentException("A month lasts whole milliseconds, more than none, not " + length + ".");
        }
    }

    /// The real length of a calendar month (UTC, so that none loses an hour to summer time).
    public static BillingMonth of(YearMonth month) {
        return new BillingMonth(Duration.ofDays(month.lengthOfMonth()));
    }

    /// The whole month as billable time of one thing.
    public BillableTime time() {
        return BillableTime.of(length);
    }
}
