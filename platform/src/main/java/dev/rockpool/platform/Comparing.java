package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.storage.StorageMeasure;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/// Puts two platforms side by side.
final class Comparing {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.rockpool.platform.comparison");
    private static final int MOST_RULES = 3;

    private final PriceBook book;

    Comparing(PriceBook book) {
        this.book = book;
    }

    /// One of the two platforms.
    ///
    /// @param meter that counts what is compared
    record Subject(String name, Platform platform, Meter meter) {}

    private record Line(String service, String item, String about) {}

    Comparison compare(Subject left, Subject right) {
        left.platform().settle();
        right.platform().settle();
        Instant leftNow = left.platform().clock().instant();
        Instant rightNow = right.platform().clock().instant();
        PlatformBill leftBill = left.meter().bill(book, leftNow);
        PlatformBill rightBill = right.meter().bill(book, rightNow);
        History leftPast = left.meter().objects().history(leftNow);
        History rightPast = right.meter().objects().history(rightNow);
        Duration step = leftPast.step().compareTo(rightPast.step()) > 0 ? leftPast.step() : rightPast.step();
        List<Instant> axis = axis(step, leftPast, rightPast, leftNow, rightNow);
        Comparison.Side leftSide = side(left, leftNow, leftBill, leftPast, axis);
        Comparison.Side rightSide = side(right, rightNow, rightBill, rightPast, axis);
        List<String> notes = new ArrayList<>();
        if (!leftNow.equals(rightNow)) {
            notes.add(text("times", left.name(), time(leftNow), right.name(), time(rightNow)));
        }
        notes.addAll(smallFiles(left.name(), leftBill));
        notes.addAll(smallFiles(right.name(), rightBill));
        return new Comparison(leftSide, rightSide, step, axis, differences(left, right, leftBill, rightBill), notes);
    }

    // --- the axis

    private static List<Instant> axis(Duration step, History left, History right, Instant leftNow, Instant rightNow) {
        Set<Instant> moments = new TreeSet<>();
        for (History history : List.of(left, right)) {
            for (History.Sample sample : history.samples()) {
                if (sample.at().toEpochMilli() % step.toMillis() == 0 || moments.isEmpty()) {
                    moments.add(sample.at());
                }
            }
        }
        moments.add(leftNow);
        moments.add(rightNow);
        return List.copyOf(moments);
    }

    private static Comparison.Side side(
            Subject subject, Instant now, PlatformBill bill, History past, List<Instant> axis) {
        List<Comparison.Point> points = new ArrayList<>();
        List<History.Sample> samples = past.samples();
        int next = 0;
        for (Instant moment : axis) {
            if (moment.isAfter(now)) {
                break;
            }
            while (next < samples.size() && !samples.get(next).at().isAfter(moment)) {
                next++;
            }
            if (next > 0 || moment.equals(now)) {
                History.Sample sample =
                        moment.equals(now) ? subject.meter().objects().sample(now) : samples.get(next - 1);
                points.add(new Comparison.Point(moment, sample.bytes(), sample.counts(), sample.requests()));
            }
        }
        return new Comparison.Side(subject.name(), bill.from(), now, points, bill.together());
    }

    // --- what differs

    private List<Comparison.Difference> differences(
            Subject left, Subject right, PlatformBill leftBill, PlatformBill rightBill) {
        Map<Line, Money> leftLines = amounts(leftBill.together());
        Map<Line, Money> rightLines = amounts(rightBill.together());
        Map<Line, StorageClass> classes = new HashMap<>();
        classes(leftBill, classes);
        classes(rightBill, classes);
        Set<Line> all = new LinkedHashSet<>(leftLines.keySet());
        all.addAll(rightLines.keySet());
        Money nothing = Money.zero(book.currency());
        List<Comparison.Difference> found = new ArrayList<>();
        for (Line line : all) {
            Money there = leftLines.getOrDefault(line, nothing);
            Money here = rightLines.getOrDefault(line, nothing);
            if (!there.equals(here)) {
                found.add(new Comparison.Difference(
                        line.service(),
                        line.item(),
                        line.about(),
                        there,
                        here,
                        sentence(line, left.name(), there, right.name(), here),
                        Optional.ofNullable(classes.get(line))
                                .map(storageClass -> rules(storageClass, left, right))
                                .orElse(List.of())));
            }
        }
        found.sort(Comparator.comparing((Comparison.Difference difference) ->
                        difference.more().amount().abs())
                .reversed());
        return found;
    }

    private static String sentence(Line line, String left, Money there, String right, Money here) {
        String what = line.about().isEmpty() ? line.item() : line.item() + " (" + line.about() + ")";
        boolean isMore = here.compareTo(there) > 0;
        Money difference = isMore ? here.minus(there) : there.minus(here);
        return text(isMore ? "more" : "less", what, difference.display(), right, here.display(), left, there.display());
    }

    private static Map<Line, Money> amounts(Bill bill) {
        Map<Line, Money> amounts = new LinkedHashMap<>();
        for (BillLine line : bill.lines()) {
            Line kind = new Line(
                    line.usage().service(), line.usage().item(), line.usage().about());
            amounts.merge(kind, line.amount(), Money::plus);
        }
        return amounts;
    }

    private static void classes(PlatformBill bill, Map<Line, StorageClass> classes) {
        for (StorageMonth month : bill.storage()) {
            for (int at = 0; at < month.measures().size(); at++) {
                BillLine line = month.bill().lines().get(at);
                classes.put(
                        new Line(
                                line.usage().service(),
                                line.usage().item(),
                                line.usage().about()),
                        month.measures().get(at).storageClass());
            }
        }
    }

    /// What rules did with objects of a class, those first that did it most differently.
    private static List<String> rules(StorageClass storageClass, Subject left, Subject right) {
        Map<Deeds.Deed, Deeds.Sum> there = left.meter().objects().deeds();
        Map<Deeds.Deed, Deeds.Sum> here = right.meter().objects().deeds();
        Set<Deeds.Deed> all = new LinkedHashSet<>(there.keySet());
        all.addAll(here.keySet());
        return all.stream()
                .filter(deed -> deed.from() == storageClass
                        || deed.to().filter(to -> to == storageClass).isPresent())
                .filter(deed -> !there.getOrDefault(deed, Deeds.Sum.NONE).equals(here.get(deed)))
                .sorted(Comparator.comparingLong((Deeds.Deed deed) -> Math.abs(there.getOrDefault(deed, Deeds.Sum.NONE)
                                        .objects()
                                - here.getOrDefault(deed, Deeds.Sum.NONE).objects()))
                        .reversed()
                        .thenComparing(Deeds.Deed::rule))
                .limit(MOST_RULES)
                .map(deed -> text(
                        deed.to().isPresent() ? "rule.moved" : "rule.expired",
                        deed.rule(),
                        deed.bucket(),
                        here.getOrDefault(deed, Deeds.Sum.NONE).objects(),
                        right.name(),
                        there.getOrDefault(deed, Deeds.Sum.NONE).objects(),
                        left.name(),
                        deed.from(),
                        deed.to().map(StorageClass::toString).orElse("")))
                .toList();
    }

    /// What objects cost because they are small, where that is something.
    static List<String> smallFiles(String name, PlatformBill bill) {
        Money floor = bill.of(StorageMeasure.Charge.FLOOR);
        Money overhead = bill.of(StorageMeasure.Charge.OVERHEAD).plus(bill.of(StorageMeasure.Charge.INDEX));
        Money moves = bill.of(StorageMeasure.Charge.TRANSITION);
        Money bytes = bill.of(StorageMeasure.Charge.STORAGE);
        List<String> notes = new ArrayList<>();
        if (floor.amount().signum() > 0) {
            notes.add(text("small.floor", name, floor.display(), bytes.display()));
        }
        if (overhead.amount().signum() > 0) {
            notes.add(text("small.overhead", name, overhead.display(), bytes.display()));
        }
        if (moves.compareTo(bytes) > 0) {
            notes.add(text("small.moves", name, moves.display(), bytes.display()));
        }
        return notes;
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(values);
    }
}
