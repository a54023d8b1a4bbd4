package dev.rockpool.app.branches;

import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.store.StoreWords;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.scenario.LineKey;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.platform.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What the screen says of two futures.
final class BranchWords {
    /// Two branches can leave milliseconds apart: what differs by less than this share of a line is not told.
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.0001");

    private final Texts texts;
    private final StoreWords store;
    private final LineWords lines;

    BranchWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        store = new StoreWords(texts, zone);
        lines = new LineWords(texts);
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// A side's name: the origin is the store.
    String side(String name) {
        return name.equals(Sides.ORIGIN) ? texts.get("branches.origin") : name;
    }

    String price(Money money) {
        return store.price(money);
    }

    String size(long bytes) {
        return store.size(bytes);
    }

    /// How much that is of what blocks stand for.
    String amount(Blocks blocks, long count) {
        return switch (blocks) {
            case BYTES -> size(count);
            case OBJECTS -> texts.get("branches.objects", count);
        };
    }

    String name(StorageClass storageClass) {
        return store.name(storageClass);
    }

    String shortName(StorageClass storageClass) {
        return store.shortName(storageClass);
    }

    String day(Instant at) {
        return store.day(at);
    }

    /// What one future costs more than the other, as one claim.
    String claim(Comparison comparison) {
        String left = side(comparison.left().name());
        String right = side(comparison.right().name());
        Money more = comparison.more();
        Money larger = comparison
                                .left()
                                .bill()
                                .total()
                                .compareTo(comparison.right().bill().total())
                        > 0
                ? comparison.left().bill().total()
                : comparison.right().bill().total();
        if (isNothing(more, larger)) {
            return texts.get("branches.claim.same", right, left);
        }
        return texts.get(
                more.amount().signum() > 0 ? "branches.claim.more" : "branches.claim.less",
                right,
                price(absolute(more)),
                left);
    }

    /// The lines of the bills that differ, the largest first.
    List<Comparison.Difference> differences(Comparison comparison) {
        return comparison.differences().stream()
                .filter(difference -> !isNothing(
                        difference.more(),
                        difference.left().compareTo(difference.right()) > 0 ? difference.left() : difference.right()))
                .toList();
    }

    /// What a line differs by.
    String difference(Comparison.Difference difference, Comparison comparison) {
        Money more = difference.more();
        return texts.get(
                more.amount().signum() > 0 ? "branches.more" : "branches.less",
                lines.title(new LineKey(difference.service(), difference.item(), difference.about())),
                price(absolute(more)),
                side(comparison.right().name()),
                price(difference.right()),
                price(difference.left()));
    }

    private static boolean isNothing(Money difference, Money whole) {
        return difference.amount().abs().compareTo(whole.amount().abs().multiply(LEAST_SHARE)) <= 0;
    }

    private static Money absolute(Money money) {
        return new Money(money.amount().abs(), money.currency());
    }
}
