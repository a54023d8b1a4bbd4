package dev.rockpool.simulators.availability;

import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A year of incidents, a day at a time: each part is up and down for times without memory, of the
/// means that its availability asks for.
final class AvailabilitySimulation implements Simulation<AvailabilityScenario, AvailabilitySnapshot> {
    static final String OUTAGE = "outage";
    private static final int DAYS = 365;
    private static final double DAY = 86_400;
    private static final double HOUR = 3_600;
    private static final int MOST_TOLD = 8;

    private final LabParts<AvailabilityScenario, AvailabilityResult> parts;
    private final AvailabilityScenario scenario;
    private final RandomGenerator random;
    private final List<Component.Part> all;
    private final boolean[] up;
    private final double[] next;
    private final double expectedShare;
    private final List<Double> dayDowns = new ArrayList<>();
    private final List<LabEvent> events = new ArrayList<>();
    private boolean outage;
    private boolean systemUp;
    private double downSince;
    private double downToday;
    private double budget;
    private boolean spent;
    private long day;

    AvailabilitySimulation(AvailabilityScenario scenario, LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        random = new Seed(scenario.seed()).derive("availability/incidents");
        all = scenario.system().parts();
        up = new boolean[all.size()];
        next = new double[all.size()];
        expectedShare = scenario.system().unavailability();
        for (int part = 0; part < up.length; part++) {
            up[part] = all.get(part).unavailability() < 1;
            next[part] = change(part, 0);
        }
        systemUp = isUp();
        budget = budget();
    }

    private double budget() {
        return AvailabilityFigures.budgetShare(scenario) * scenario.convention().monthSeconds();
    }

    private boolean isUp() {
        return !outage && scenario.system().isUp(part -> up[part]);
    }

    /// When the part changes next.
    private double change(int part, double now) {
        double down = all.get(part).unavailability();
        double repair = all.get(part).repairHours(scenario.repairHours()) * HOUR;
        if (down == 0 || down >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = up[part] ? repair * (1 - down) / down : repair;
        return now - mean * StrictMath.log1p(-random.nextDouble());
    }

    @Override
    public void step() {
        events.clear();
        downToday = 0;
        double start = day * DAY;
        double end = start + DAY;
        day++;
        month(start);
        double now = start;
        while (true) {
            int part = earliest();
            if (part < 0 || next[part] >= end) {
                break;
            }
            advance(now, next[part]);
            now = next[part];
            up[part] = !up[part];
            next[part] = change(part, now);
            tell(up[part] ? "part-up" : "part-down", Integer.toString(part), name(part));
            turn(now);
        }
        advance(now, end);
        dayDowns.add(downToday);
        if (!spent && budget < 0) {
            spent = true;
            events.add(event("budget-spent", "", Unit.FINE_SHARE.format(scenario.target())));
        }
    }

    /// A month of the convention begins with a fresh budget.
    private void month(double start) {
        double month = scenario.convention().monthSeconds();
        if (start > 0 && Math.floor(start / month) > Math.floor((start - DAY) / month)) {
            budget = budget();
            spent = false;
            events.add(event("month", ""));
        }
    }

    private int earliest() {
        int first = -1;
        for (int part = 0; part < next.length; part++) {
            if (next[part] < Double.POSITIVE_INFINITY && (first < 0 || next[part] < next[first])) {
                first = part;
            }
        }
        return first;
    }

    private void advance(double from, double to) {
        if (!systemUp) {
            downToday += to - from;
            budget -= to - from;
        }
    }

    private void turn(double now) {
        boolean before = systemUp;
        systemUp = isUp();
        if (before && !systemUp) {
            downSince = now;
            events.add(event("down", "system"));
        } else if (!before && systemUp) {
            events.add(event("up", "system", Unit.DOWNTIME.format(now - downSince)));
        }
    }

    private void tell(String key, String subject, String name) {
        if (events.size() < MOST_TOLD) {
            events.add(event(key, subject, name));
        }
    }

    private String name(int part) {
        String name = all.get(part).name();
        return name.isEmpty() ? parts.texts().get("part", part + 1) : name;
    }

    private LabEvent event(String key, String subject, Object... arguments) {
        return new LabEvent(day, key, subject, parts.texts().get("event." + key, arguments));
    }

    @Override
    public AvailabilitySnapshot snapshot() {
        List<Boolean> partsUp = new ArrayList<>();
        for (boolean each : up) {
            partsUp.add(each);
        }
        double down = dayDowns.stream().mapToDouble(Double::doubleValue).sum();
        double elapsed = day * DAY;
        long now = day;
        return new AvailabilitySnapshot(
                day,
                DAYS,
                scenario,
                partsUp,
                systemUp,
                dayDowns,
                events,
                List.of(
                        new Measure("down", parts.texts().get("measure.down"), Unit.DOWNTIME, downToday),
                        new Measure("budget", parts.texts().get("measure.budget"), Unit.DOWNTIME, budget)),
                () -> {
                    List<Figure> figures = new ArrayList<>(AvailabilityFigures.of(scenario, expectedShare, parts));
                    figures.add(AvailabilityFigures.simulated(parts, down, expectedShare * elapsed, (double) now));
                    return figures;
                });
    }

    @Override
    public boolean done() {
        return day >= DAYS;
    }

    @Override
    public AvailabilityScenario scenario() {
        return scenario;
    }

    /// Something takes the whole system down, whatever its parts do.
    @Override
    public List<Disturbance> disturbances() {
        return List.of(
                new Disturbance(OUTAGE, parts.texts().get(outage ? "disturb.restore" : "disturb.outage"), outage));
    }

    @Override
    public void disturb(String id) {
        if (!id.equals(OUTAGE)) {
            throw new IllegalArgumentException("There is no disturbance " + id);
        }
        outage = !outage;
        turn(day * DAY);
    }
}
