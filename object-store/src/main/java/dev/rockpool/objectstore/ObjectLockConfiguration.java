package dev.rockpool.objectstore;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a bucket with object lock gives new versions that bring no retention of their own.
public record ObjectLockConfiguration(Optional<DefaultRetention> defaultRetention) {
    /// Object lock without a default.
    public static final ObjectLockConfiguration WITHOUT_DEFAULT = new ObjectLockConfiguration(Optional.empty());

    /// A retention for new versions.
    ///
    /// @param period days or years, as the configuration said
    public record DefaultRetention(RetentionMode mode, Period period) {
        @SuppressWarnings("JavaPeriodGetDays") // it has days or years, never both
        public DefaultRetention {
            boolean isDays = period.getDays() > 0 && period.getYears() == 0;
            boolean isYears = period.getYears() > 0 && period.getDays() == 0;
            if (!(isDays || isYears) || period.getMonths() != 0) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidArgument,
                        "Default retention period must be a positive integer value.");
            }
            if (period.getDays() > 36_500 || period.getYears() > 100) {
                throw new StoreRefusal(StoreRefusal.Code.InvalidArgument, "Default retention period too large.");
            }
        }

        Retention from(Instant created) {
            return new Retention(
                    mode, created.atOffset(ZoneOffset.UTC).plus(period).toInstant());
        }
    }
}
