package dev.rockpool.app.lifecycle;

import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the picture shows, in sentences.
final class LifecycleWords {
    private static final int MOST_FAULTS = 2;

    private final Texts texts;

    LifecycleWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about a day: why nothing happens, or what happened and what comes next.
    String summary(LifecycleSnapshot now) {
        if (!now.faults().isEmpty()) {
            return texts.get(
                    "lifecycle.told.refused",
                    now.faults().size(),
                    now.faults().stream()
                            .limit(MOST_FAULTS)
                            .map(LifecycleFault::message)
                            .collect(Collectors.joining("; ")));
        }
        if (now.isPaused()) {
            return texts.get("lifecycle.told.paused", date(now.date()));
        }
        Optional<LifecycleSnapshot.Midnight> today = now.plan().stream()
                .filter(midnight -> midnight.second() == now.second())
                .findFirst();
        Optional<LifecycleSnapshot.Midnight> next = now.plan().stream()
                .filter(midnight -> midnight.second() > now.second())
                .findFirst();
        String happened = today.map(midnight ->
                        texts.get("lifecycle.told.happens", date(now.date()), midnight.transitions(), midnight.ends()))
                .orElseGet(() -> texts.get("lifecycle.told.quiet", date(now.date())));
        String comes = next.map(midnight ->
                        texts.get("lifecycle.told.next", date(now.date().plusDays(midnight.second() - now.second()))))
                .orElseGet(() -> texts.get("lifecycle.told.nothing-more"));
        return happened + " " + comes;
    }

    /// What a dot is, where, and what comes for it.
    String dot(LifecycleSnapshot.Dot dot, LifecycleSnapshot now) {
        String what = texts.get("lifecycle.kind." + dot.kind().name().toLowerCase(Locale.ROOT));
        String many = dot.count() > 1 ? texts.get("lifecycle.dot.many", dot.key(), dot.count()) : dot.key();
        if (dot.isGone()) {
            return texts.get("lifecycle.dot.gone", many, what);
        }
        String base = dot.kind() == LifecycleSnapshot.Kind.MARKER
                ? texts.get("lifecycle.dot.marker", many, dot.age())
                : texts.get("lifecycle.dot", many, what, bytes(dot.bytes()), name(dot.storageClass(), now), dot.age());
        String then = dot.next()
                .map(next -> texts.get(
                        "lifecycle.next." + next.action().wireName(),
                        date(now.date().plusDays(next.second() - now.second())),
                        next.to().map(to -> name(to, now)).orElse("")))
                .orElseGet(() -> texts.get("lifecycle.next.nothing"));
        return base + " " + then;
    }

    /// The heading of a class in the field.
    String layer(LifecycleSnapshot.Layer layer) {
        return texts.get(
                "lifecycle.layer", layer.name(), layer.objects(), Unit.GIB_OF_BYTES.format((double) layer.bytes()));
    }

    /// The same where there is little room.
    String brief(LifecycleSnapshot.Layer layer) {
        return texts.get("lifecycle.layer.brief", layer.name(), layer.objects());
    }

    /// The heading of what has gone.
    String gone(LifecycleSnapshot now) {
        long gone = now.dots().stream()
                .filter(LifecycleSnapshot.Dot::isGone)
                .mapToLong(LifecycleSnapshot.Dot::count)
                .sum();
        return texts.get("lifecycle.gone", gone);
    }

    String legend() {
        return texts.get("lifecycle.legend");
    }

    /// The month of `date` as an axis names it.
    String month(LocalDate date) {
        String pattern = date.getMonthValue() == 1 ? "MMM yyyy" : "MMM";
        return date.format(DateTimeFormatter.ofPattern(pattern, texts.locale()));
    }

    private String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()));
    }

    private static String name(StorageClass storageClass, LifecycleSnapshot now) {
        return now.layers().stream()
                .filter(layer -> layer.storageClass() == storageClass)
                .map(LifecycleSnapshot.Layer::name)
                .findFirst()
                .orElse(storageClass.name());
    }

    private static String bytes(long bytes) {
        if (bytes >= 1L << 30) {
            return Unit.GIB_OF_BYTES.format((double) bytes);
        }
        return bytes >= 1L << 20
                ? Unit.MIB.format((double) bytes / (1L << 20))
                : Unit.KIB.format((double) Math.ceilDiv(bytes, 1L << 10));
    }
}
