package dev.rockpool.costmodel.storage;

import dev.rockpool.costmodel.BillingMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The months that are billed, one behind the other (UTC).
public final class BillingCalendar {
    /// The most months of a calendar: a hundred years.
    public static final int MOST_MONTHS = 1_200;

    private final long[] starts;
    private final List<String> names;

    private BillingCalendar(long[] starts, List<String> names) {
        this.starts = starts;
        this.names = List.copyOf(names);
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
        return new BillingCalendar(starts, names.subList(0, months));
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
        return new BillingCalendar(starts, names.subList(0, months));
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
        return new BillingMonth(Duration.ofMillis(starts[month + 1] - starts[month]));
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
