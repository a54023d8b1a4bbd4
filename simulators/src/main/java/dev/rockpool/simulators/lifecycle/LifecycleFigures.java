package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.storage.StorageMeasure.Charge;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.lifecycle.LifecycleSimulation.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The numbers of a run, each with its formula and today's values. Nothing is random, so each is computed once.
final class LifecycleFigures {
    static final String FIRST_ACTION = "first-action";
    static final String MOVED = "moved";
    static final String DELETED = "deleted";
    static final String LISTED = "listed";
    static final String STORED = "stored";
    static final String COST = "cost";
    static final String COST_NOTHING = "cost-nothing";
    static final String SAVED = "saved";
    static final String TRANSITION_FEES = "transition-fees";
    static final String PADDING = "padding";
    static final String EARLY_FEES = "early-fees";
    static final String EARLY_DAYS = "early-days";
    static final String FAULTS = "faults";

    private final Standing run;
    private final LabTexts texts;
    private final List<LifecycleRun.Happening> past;
    private final List<Figure> figures = new ArrayList<>();

    private LifecycleFigures(Standing run, LabTexts texts) {
        this.run = run;
        this.texts = texts;
        this.past = run.past();
    }

    static List<Figure> of(Standing run, LabTexts texts) {
        LifecycleFigures figures = new LifecycleFigures(run, texts);
        figures.happenings();
        figures.bucket();
        figures.money();
        return List.copyOf(figures.figures);
    }

    private void happenings() {
        Optional<LifecycleRun.Happening> first = run.run().happenings().stream().findFirst();
        double days = first.map(happening -> (double) (happening.event().day() - run.first()))
                .orElse(Double.NaN);
        add(
                FIRST_ACTION,
                Unit.DAYS,
                first.filter(happening -> happening.event().day() <= run.first() + run.day())
                                .isPresent()
                        ? days
                        : Double.NaN,
                Midnight.date(run.first()),
                first.map(happening -> Midnight.date(happening.event().day()).toString())
                        .orElse("–"));
        long moved = count(LifecycleAction.TRANSITION);
        add(MOVED, Unit.COUNT, (double) moved, count(moved));
        long deleted = count(LifecycleAction.EXPIRE)
                + count(LifecycleAction.PERMANENTLY_DELETE)
                + count(LifecycleAction.REMOVE_EXPIRED_DELETE_MARKER)
                + count(LifecycleAction.ABORT_UPLOAD);
        add(DELETED, Unit.COUNT, (double) deleted, count(deleted));
        int faults = run.run().reading() instanceof LifecycleReading.Rejected rejected
                ? rejected.faults().size()
                : 0;
        add(FAULTS, Unit.COUNT, faults, faults);
    }

    private void bucket() {
        long listed = 0;
        long markers = 0;
        double bytes = 0;
        long at = run.first() + run.day();
        for (Life life : run.lives()) {
            if (life.isThereAt(at) && life.kind() != Life.Kind.UPLOAD) {
                listed += life.count();
                markers += life.kind() == Life.Kind.MARKER ? life.count() : 0;
            }
            if (life.isThereAt(at)) {
                bytes += (double) life.bytes() * life.count();
            }
        }
        add(LISTED, Unit.COUNT, (double) listed, count(listed - markers), count(markers), count(listed));
        add(STORED, Unit.GIB_OF_BYTES, bytes, Unit.GIB_OF_BYTES.format(bytes));
    }

    private void money() {
        Money cost = run.billed().bill().total();
        Money nothing = run.untouched().bill().total();
        Money saved = nothing.minus(cost);
        add(COST, Unit.USD, value(cost), cost.display());
        add(COST_NOTHING, Unit.USD, value(nothing), nothing.display());
        add(SAVED, Unit.USD, value(saved), nothing.display(), cost.display(), saved.display());
        Money fees = run.billed().of(Charge.TRANSITION);
        add(TRANSITION_FEES, Unit.USD, value(fees), count(count(LifecycleAction.TRANSITION)), fees.display());
        Money padding = run.billed()
                .of(Charge.FLOOR)
                .plus(run.billed().of(Charge.OVERHEAD))
                .plus(run.billed().of(Charge.INDEX));
        add(PADDING, Unit.USD, value(padding), padding.display());
        Money early = run.billed().of(Charge.EARLY_DELETE);
        add(EARLY_FEES, Unit.USD, value(early), early.display());
        double days = earlyDays();
        add(EARLY_DAYS, Unit.DAYS, days, Unit.DAYS.format(days));
    }

    /// The most days that one version was charged for after it had left a class.
    private long earlyDays() {
        long most = 0;
        long at = run.first() + run.day();
        for (Life life : run.lives()) {
            long since = Midnight.dayOf(life.created());
            dev.rockpool.lifecycle.StorageClass in = life.first();
            for (Life.Move move : life.moves()) {
                if (move.day() <= at) {
                    most = Math.max(most, in.minimumDays() - (move.day() - since));
                    since = move.day();
                    in = move.to();
                }
            }
            if (life.end() <= at) {
                most = Math.max(most, in.minimumDays() - (life.end() - since));
            }
        }
        return most;
    }

    private long count(LifecycleAction action) {
        return past.stream()
                .filter(happening -> happening.event().action() == action)
                .mapToLong(run::count)
                .sum();
    }

    private static String count(long number) {
        return Unit.COUNT.number(number);
    }

    private static double value(Money money) {
        BigDecimal amount = money.amount();
        return amount.doubleValue();
    }

    private void add(String id, Unit unit, double value, Object... values) {
        figures.add(new Figure(
                id,
                texts.get("figure." + id + ".label"),
                unit,
                value,
                OptionalDouble.empty(),
                Optional.empty(),
                texts.get("figure." + id + ".formula"),
                texts.get("figure." + id + ".worked", values),
                texts.get("figure." + id + ".explanation")));
    }
}
