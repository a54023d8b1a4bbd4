package dev.rockpool.quiz.storage;

import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// What the templates share: a bill of what is metered, and prices for wrong rules.
final class StorageCosts {
    static final String REGION = "us-east-1";
    static final String STORAGE = "storage.";
    static final String PUT = "request.PUT_COPY_POST_LIST.";
    static final String GET = "request.GET_SELECT_other.";
    static final String INTO = "request.LIFECYCLE_TRANSITION_INTO.";
    static final String RETRIEVAL = "retrieval.";
    static final String RETRIEVAL_REQUEST = "retrieval_request.";

    static final long MONTH = BillingMonth.OF_730_HOURS.length().toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    /// The largest of a Standard bill for which its first price holds, in GB.
    static final BigDecimal FIRST_TIER = BigDecimal.valueOf(50 * 1_024L);

    private static final BigDecimal BINARY = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal DECIMAL = BigDecimal.valueOf(1_000_000_000);
    private static final int KIB = 1 << 10;

    /// Charges fall into the month in which objects leave.
    private static final int MONTHS = 2;

    private StorageCosts() {}

    /// The bill of what `use` meters, in the first two months from 0 on.
    static BigDecimal of(Consumer<StorageMeter> use) {
        StorageBilling billing = new StorageBilling(PricesInForce.book(), REGION);
        StorageMeter meter = billing.meter(BillingCalendar.of730Hours(Instant.EPOCH, MONTHS));
        use.accept(meter);
        return billing.total(billing.bills(meter)).amount();
    }

    /// Storage of a month, with floors and overheads.
    static BigDecimal month(StorageClass storageClass, ObjectBatch batch) {
        return of(meter -> meter.keep(StoragePlace.entering(storageClass), batch, 0, MONTH, StorageMeter.WHOLE));
    }

    static ObjectBatch batch(long objects, long kib) {
        return ObjectBatch.of(kib * KIB, objects);
    }

    /// The first price of an item of S3.
    static BigDecimal price(String item) {
        return price(StorageBilling.SERVICE, item);
    }

    static BigDecimal price(String service, String item) {
        PriceBook book = PricesInForce.book();
        return book.require(service, item, REGION).tiers().getFirst().price();
    }

    /// The price as a question prints it.
    static String shown(String item) {
        return Decimals.plain(price(item));
    }

    /// What a thousand-priced request costs `objects` times.
    static BigDecimal requests(String item, long objects) {
        return price(item).multiply(BigDecimal.valueOf(objects)).movePointLeft(3);
    }

    /// Gigabytes of `objects` of `kib` KiB each.
    static BigDecimal gigabytes(long objects, long kib) {
        return bytes(objects, kib).divide(BINARY, MathContext.DECIMAL64);
    }

    /// The same, by the wrong gigabyte.
    static BigDecimal decimalGigabytes(long objects, long kib) {
        return bytes(objects, kib).divide(DECIMAL, MathContext.DECIMAL64);
    }

    /// By how much too high an amount is that was counted with the wrong gigabyte.
    static BigDecimal decimal(BigDecimal amount) {
        return amount.multiply(BINARY).divide(DECIMAL, MathContext.DECIMAL64);
    }

    /// The part of a month that `days` are.
    static BigDecimal months(long days) {
        return BigDecimal.valueOf(days * DAY).divide(BigDecimal.valueOf(MONTH), MathContext.DECIMAL64);
    }

    private static BigDecimal bytes(long objects, long kib) {
        return BigDecimal.valueOf(objects).multiply(BigDecimal.valueOf(kib * KIB));
    }
}
