package dev.rockpool.costmodel.storage;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.Gigabytes;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.IntelligentTiering;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Prices what objects used: one bill a month, because tiers start anew each month.
///
///     StorageMeter meter = billing.meter(BillingCalendar.of(YearMonth.of(2026, 12), 12));
///     meter.add(new ObjectLife(1 << 30, List.of(new Stored(at, StorageClass.STANDARD), …)), 1);
///     List<StorageMonth> months = billing.bills(meter);
///
/// @param biller with the prices
/// @param region where the bucket is
public record StorageBilling(Biller biller, String region) {
    /// The service's name in the price book.
    public static final String SERVICE = "S3";

    private static final int MILLIONTH_DIGITS = 6;
    private static final int THOUSAND_DIGITS = 3;

    /// With the prices of `book`, without a free tier.
    public StorageBilling(PriceBook book, String region) {
        this(new Biller(book), region);
    }

    /// An empty meter of `calendar`, Intelligent-Tiering without its opt-in archives.
    public StorageMeter meter(BillingCalendar calendar) {
        return new StorageMeter(calendar, IntelligentTiering.AUTOMATIC);
    }

    /// A bill for each month of the meter's calendar, in its order.
    ///
    /// @throws InputException if a price is not known in this region, naming what is near
    public List<StorageMonth> bills(StorageMeter meter) {
        List<StorageMonth> bills = new ArrayList<>();
        for (int month = 0; month < meter.calendar().months(); month++) {
            bills.add(bill(meter, month));
        }
        return bills;
    }

    /// The sum of `months`.
    public Money total(List<StorageMonth> months) {
        Money sum = Money.zero(biller.book().currency());
        for (StorageMonth month : months) {
            sum = sum.plus(month.bill().total());
        }
        return sum;
    }

    private StorageMonth bill(StorageMeter meter, int month) {
        BillingMonth length = meter.calendar().length(month);
        Biller.Draft draft = biller.draft();
        List<StorageMeasure> measures = new ArrayList<>();
        for (int index = 0; index < StorageMeasure.ALL.size(); index++) {
            BigInteger counted = meter.counted(index, month);
            if (counted.signum() != 0) {
                StorageMeasure measure = StorageMeasure.ALL.get(index);
                draft.add(new UsageLine(
                        SERVICE, measure.item(), region, quantity(measure, counted, length), measure.about()));
                measures.add(measure);
            }
        }
        return new StorageMonth(meter.calendar().name(month), length, draft.bill(), measures);
    }

    /// `millionths` of what `measure` counts, in the unit of its price.
    private static BigDecimal quantity(StorageMeasure measure, BigInteger millionths, BillingMonth length) {
        BigDecimal whole = new BigDecimal(millionths, MILLIONTH_DIGITS);
        return switch (measure.charge().unit()) {
            case BYTE_TIME -> new ByteTime(whole).gigabyteMonths(length);
            case OBJECT_TIME ->
                whole.movePointLeft(THOUSAND_DIGITS)
                        .divide(
                                new BigDecimal(length.time().milliseconds()),
                                ByteTime.DECIMALS,
                                RoundingMode.HALF_EVEN);
            case REQUESTS -> whole.movePointLeft(THOUSAND_DIGITS);
            case BYTES -> Gigabytes.of(whole);
        };
    }
}
