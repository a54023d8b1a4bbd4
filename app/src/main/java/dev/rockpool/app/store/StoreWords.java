package dev.rockpool.app.store;

import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.storage.StorageMeasure;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.Restore;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Sizes, prices, classes and times as the screen writes them.
public final class StoreWords {
    private static final long KIB = 1024;
    private static final String[] UNITS = {"kib", "mib", "gib", "tib"};
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private final Texts texts;
    private final ZoneId zone;

    public StoreWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /// `1.4 KiB`.
    public String size(long bytes) {
        if (bytes < KIB) {
            return texts.get("store.size.b", bytes);
        }
        BigDecimal value = BigDecimal.valueOf(bytes);
        int unit = -1;
        while (value.compareTo(BigDecimal.valueOf(KIB)) >= 0 && unit < UNITS.length - 1) {
            value = value.divide(BigDecimal.valueOf(KIB), MathContext.DECIMAL64);
            unit++;
        }
        int decimals = value.compareTo(BigDecimal.valueOf(100)) >= 0 ? 0 : 1;
        return texts.get(
                "store.size." + UNITS[unit],
                value.setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /// `$0.000005`: what is below a cent with three digits that say something.
    public String price(Money money) {
        BigDecimal amount = money.amount();
        BigDecimal shown = amount.abs().compareTo(new BigDecimal("0.01")) < 0
                ? amount.round(DIGITS)
                : amount.setScale(4, RoundingMode.HALF_UP);
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return texts.get("store.price", plain);
    }

    public String name(StorageClass storageClass) {
        return texts.get("storage-classes.name." + storageClass.name());
    }

    public String shortName(StorageClass storageClass) {
        return texts.get("storage-classes.short." + storageClass.name());
    }

    /// What was counted for a bill: `Storage in Standard-IA`.
    String measure(StorageMeasure measure) {
        String place = measure.place().storageClass() == StorageClass.INTELLIGENT_TIERING
                ? texts.get("store.bill.place." + measure.place().name())
                : shortName(measure.storageClass());
        String tier = measure.tier().map(RestoreTier::apiName).orElse("");
        String charge = "store.bill.charge." + measure.charge().name();
        return tier.isEmpty() ? texts.get(charge, place) : texts.get("store.bill.tier", texts.get(charge, place), tier);
    }

    /// An item of the price book that is no object's, such as a key's: in words as far as it has any.
    String item(UsageLine usage) {
        String plain = switch (usage.service() + " " + usage.item()) {
            case "KMS customer_managed_key" -> texts.get("store.bill.key");
            case "KMS first and second rotation, each adds" -> texts.get("store.bill.rotation");
            case "KMS requests symmetric" -> texts.get("store.bill.key-requests");
            case "DataTransfer out_to_internet" -> texts.get("store.bill.internet");
            default -> usage.item().replace('_', ' ');
        };
        return usage.about().isEmpty() ? plain : plain + ": " + usage.about();
    }

    /// Day and time of the day.
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(at.atZone(zone));
    }

    /// Time of the day with seconds.
    String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).format(at.atZone(zone));
    }

    /// The day of a midnight UTC.
    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(at.atZone(ZoneOffset.UTC));
    }

    /// A restore and how long it takes: `Standard, 3 to 5 h`.
    String restore(Restore restore) {
        String time;
        if (restore.least().isZero()) {
            time = texts.get("store.span.within", restore.most().toHours());
        } else if (restore.least().toHours() > 0) {
            time = texts.get(
                    "store.span.hours",
                    restore.least().toHours(),
                    restore.most().toHours());
        } else {
            time = texts.get(
                    "store.span.minutes",
                    restore.least().toMinutes(),
                    restore.most().toMinutes());
        }
        return restore.tier().apiName() + ", " + time;
    }

    /// `4 h 12 min`.
    String left(Duration time) {
        Duration whole = time.isNegative() ? Duration.ZERO : time;
        if (whole.toHours() > 0) {
            return texts.get("store.time.hours", whole.toHours(), whole.toMinutesPart());
        }
        return whole.toMinutes() > 0
                ? texts.get("store.time.minutes", whole.toMinutes(), whole.toSecondsPart())
                : texts.get("store.time.seconds", whole.toSeconds());
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }
}
