package dev.rockpool.costmodel.storage;

import dev.rockpool.costmodel.BillingMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The months that are billed, one behind the other (UTC).
public final class BillingCalendar {
    /// The most months of a calendar: a hundred years.
    public static final int MOST_MONTHS = 1_200;

    private final long[] starts;
    private final List<String> names;

    /// When the last month would end if it were whole.
    private final long wholeEnd;

    private BillingCalendar(long[] starts, List<String> names, long wholeEnd) {
        this.starts = starts;
        this.names = List.copyOf(names);
        this.wholeEnd = wholeEnd;
    }

    /// `months` calendar months from `first` on, each as long as it is.
    ///
    /// @param months 1 to [#MOST_MONTHS]
    public static BillingCalendar of(YearMonth first, int months) {
        checkMonths(months);
        long[] starts = new long[months + 1];
        List<String> names = new ArrayList<>();
        for (int month = 0; month <= months; month++) {
            starts[month] = first.plusMonths(month)
                    .atDay(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            names.add(first.plusMonths(month).toString());
        }
        return new BillingCalendar(starts, names.subList(0, months), starts[months]);
    }

    /// The calendar months from that of `from` to that of the last moment before `until`, in which nothing counts from
    /// `until` on. The last month is as long as it is, so that its part is billed as a part.
    ///
    /// @param until after `from`
    public static BillingCalendar until(Instant from, Instant until) {
        YearMonth first = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until is after " + from + ", not " + until + ".");
        }
        YearMonth last = YearMonth.from(until.minusMillis(1).atOffset(ZoneOffset.UTC));
        BillingCalendar whole = of(first, Math.toIntExact(first.until(last, ChronoUnit.MONTHS)) + 1);
        long[] starts = whole.starts.clone();
        starts[starts.length - 1] = until.toEpochMilli();
        return new BillingCalendar(starts, whole.names, whole.wholeEnd);
    }

    /// `months` of the vendor's calculator from `start` on: 730 hours each, named by their numbers from 1.
    ///
    /// @param months 1 to [#MOST_MONTHS]
    public static BillingCalendar of730Hours(Instant start, int months) {
        checkMonths(months);
        long[] starts = new long[months + 1];
        List<String> names = new ArrayList<>();
        Duration length = BillingMonth.OF_730_HOURS.length();
        for (int month = 0; month <= months; month++) {
            starts[month] = start.plus(length.multipliedBy(month)).toEpochMilli();
            names.add(Integer.toString(month + 1));
        }
        return new BillingCalendar(starts, names.subList(0, months), starts[months]);
    }

    /// How many months there are.
    public int months() {
        return names.size();
    }

    /// How month `month` (from 0) is called: `2026-12`, or its number where months are 730 hours.
    public String name(int month) {
        return names.get(month);
    }

    /// How long month `month` (from 0) is.
    public BillingMonth length(int month) {
        long end = month == months() - 1 ? wholeEnd : starts[month + 1];
        return new BillingMonth(Duration.ofMillis(end - starts[month]));
    }

    /// When month `month` (from 0) starts; of `months()`, when the last one ends.
    public Instant start(int month) {
        return Instant.ofEpochMilli(starts[month]);
    }

    /// When the last month ends.
    public Instant end() {
        return start(months());
    }

    long startMillis(int month) {
        return starts[month];
    }

    long endMillis() {
        return starts[starts.length - 1];
    }

    /// The month that holds `millis`, or -1 before the first and `months()` from the end on.
    int monthOf(long millis) {
        int found = Arrays.binarySearch(starts, millis);
        return found >= 0 ? found : -found - 2;
    }

    private static void checkMonths(int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months is 1 to " + MOST_MONTHS + ", not " + months + ".");
        }
    }
}
