package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks a request's way, a step at a time, and then draws a month of requests, five days at a time.
final class AccessSimulation implements Simulation<AccessScenario, AccessSnapshot> {
    static final String BROKEN = "broken";
    static final String RECREATED = "recreated";
    static final String NARROW = "narrow";
    static final String STRIPPED = "stripped";

    private final LabParts<AccessScenario, AccessResult> parts;
    private final LabTexts texts;
    private final Rules chosen;
    private AccessScenario scenario;
    private Way way;
    private long began;
    private long step;

    /// All that follows from a scenario.
    private record Way(
            Passage passage, List<WayState> ways, MonthForecast month, List<Tally> days, List<PolicyPanel> panels) {
        List<Route> open() {
            return ways.stream()
                    .filter(each -> each.outcome() == Outcome.ALLOWED)
                    .map(WayState::route)
                    .toList();
        }
    }

    AccessSimulation(AccessScenario scenario, LabParts<AccessScenario, AccessResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        texts = parts.texts();
        chosen = scenario.rules();
        way = read(scenario);
    }

    private Way read(AccessScenario of) {
        MonthForecast month = MonthForecast.of(of);
        List<WayState> ways = Route.WAYS.stream()
                .map(route -> onItsWay(of, route))
                .map(on -> new WayState(
                        on.network().route(),
                        Passage.outcome(on),
                        AccessBills.ofWay(
                                of, on.network().route(), MonthForecast.of(on).bytesInside())))
                .toList();
        return new Way(Passage.of(of, texts), ways, month, MonthDraw.of(of, month), PolicyPanel.of(of, texts));
    }

    /// The request on another way; its own stays as broken as it is.
    private static AccessScenario onItsWay(AccessScenario of, Route route) {
        return of.network().route() == route ? of : of.by(route);
    }

    @Override
    public void step() {
        step++;
    }

    @Override
    public boolean done() {
        return step >= end();
    }

    @Override
    public AccessScenario scenario() {
        return scenario;
    }

    /// What stands on the way fails; an endpoint is made anew, or its policy made too narrow; the bucket
    /// loses its policy. And each set right again.
    @Override
    public List<Disturbance> disturbances() {
        Network network = scenario.network();
        List<Disturbance> all = new ArrayList<>();
        if (network.route() != Route.NONE) {
            all.add(disturbance(BROKEN, Word.of(network.route()), network.broken()));
        }
        if (network.route().isEndpoint()) {
            all.add(disturbance(RECREATED, "endpoint", network.recreated()));
            all.add(disturbance(NARROW, "endpoint", scenario.rules().endpoint() == EndpointPolicy.OTHER_BUCKET));
        }
        if (scenario.asking().target().isBucket()
                && (chosen.bucket() != BucketPolicy.NONE || scenario.rules().bucket() != BucketPolicy.NONE)) {
            all.add(disturbance(STRIPPED, "bucket", scenario.rules().bucket() == BucketPolicy.NONE));
        }
        return List.copyOf(all);
    }

    private Disturbance disturbance(String id, String what, boolean broken) {
        return new Disturbance(id, texts.get((broken ? "disturb.undo." : "disturb.") + id + "." + what), broken);
    }

    @Override
    public void disturb(String id) {
        Network network = scenario.network();
        Rules rules = scenario.rules();
        again(
                switch (id) {
                    case BROKEN -> scenario.with(network.withBroken(!network.broken()));
                    case RECREATED -> scenario.with(network.withRecreated(!network.recreated()));
                    case NARROW ->
                        scenario.with(rules.withEndpoint(
                                rules.endpoint() != EndpointPolicy.OTHER_BUCKET
                                        ? EndpointPolicy.OTHER_BUCKET
                                        : chosen.endpoint() == EndpointPolicy.OTHER_BUCKET
                                                ? EndpointPolicy.FULL
                                                : chosen.endpoint()));
                    case STRIPPED ->
                        scenario.with(rules.withBucket(
                                rules.bucket() == BucketPolicy.NONE ? chosen.bucket() : BucketPolicy.NONE));
                    default -> throw new IllegalArgumentException("There is no disturbance " + id);
                });
    }

    /// The request is made again, as things stand now, and the month after it.
    private void again(AccessScenario changed) {
        scenario = changed;
        way = read(changed);
        began = Math.min(step, end());
        step = began;
    }

    private long end() {
        return began + way.passage().steps().size() + MonthDraw.PARTS;
    }

    @Override
    public AccessSnapshot snapshot() {
        List<PassageStep> steps = way.passage().steps();
        int walked = (int) Math.min(step - began, steps.size());
        int drawn = (int) Math.min(step - began - walked, MonthDraw.PARTS);
        AccessScenario now = scenario;
        Way on = way;
        List<Tally> days = on.days().subList(0, drawn);
        return new AccessSnapshot(
                step,
                end(),
                now,
                steps.subList(0, walked),
                steps.size() - walked,
                on.ways(),
                on.panels(),
                walked == steps.size() ? Optional.of(on.passage().outcome()) : Optional.empty(),
                days,
                on.month().share(),
                events(steps.subList(0, walked), days),
                measures(days),
                () -> result(now, on, days).figures(),
                () -> AccessBills.monthly(now, on.month()));
    }

    private List<LabEvent> events(List<PassageStep> walked, List<Tally> days) {
        if (step == began || began + walked.size() + days.size() != step) {
            return List.of();
        }
        if (days.isEmpty()) {
            PassageStep last = walked.getLast();
            return List.of(new LabEvent(step, last.key(), last.place().name(), last.sentence()));
        }
        Tally last = days.getLast();
        int part = days.size();
        return List.of(new LabEvent(
                step,
                "month",
                PassageStep.Place.SERVICE.name(),
                texts.get(
                        "month",
                        (part - 1) * MonthDraw.DAYS_A_PART + 1,
                        part * MonthDraw.DAYS_A_PART,
                        Unit.COUNT.number(last.allowed()),
                        Unit.COUNT.number(last.drawn()))));
    }

    private List<Measure> measures(List<Tally> days) {
        Tally last = days.isEmpty() ? Tally.NOTHING : days.getLast();
        return List.of(
                new Measure("allowed", texts.get("measure.allowed"), Unit.COUNT, (double) last.allowed()),
                new Measure("refused", texts.get("measure.refused"), Unit.COUNT, (double) last.refused()));
    }

    /// The whole way and month of the scenario.
    AccessResult result() {
        return result(scenario, way, way.days());
    }

    private AccessResult result(AccessScenario of, Way on, List<Tally> days) {
        Tally tally = days.stream().reduce(Tally.NOTHING, Tally::plus);
        Bill ofWay = AccessBills.ofWay(of, on.month().bytesInside());
        Bill bill = AccessBills.monthly(of, on.month());
        return new AccessResult(
                of,
                on.passage(),
                on.open(),
                on.month(),
                tally,
                ofWay,
                bill,
                AccessFigures.of(of, on.open(), on.month(), tally, ofWay, bill, parts));
    }
}
