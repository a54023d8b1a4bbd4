package dev.rockpool.simulators.durability;

import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.durability.DurabilitySnapshot.Health;
import dev.rockpool.simulators.durability.DurabilitySnapshot.Role;
import dev.rockpool.simulators.durability.DurabilitySnapshot.ShardState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/// One stripe whose drives fail faster than real ones ([DurabilityScenario#ageing]) and are repaired as
/// fast as real ones, a day at a time. When its data are lost, a new stripe is written on the next day.
final class DurabilitySimulation implements Simulation<DurabilityScenario, DurabilitySnapshot> {
    static final String BAD_BATCH = "bad-batch";
    static final String SLOW_REPAIR = "slow-repair";
    private static final int DAYS = 365;
    private static final double HOURS_A_DAY = 24;
    private static final double TENFOLD = 10;
    private static final long FEW_TRIALS = 20_000;
    private static final int MOST_EVENTS = 10_000;

    private final LabParts<DurabilityScenario, DurabilityResult> parts;
    private final RandomGenerator random;
    private final BitSet lost = new BitSet();
    private final List<Integer> queue = new ArrayList<>();
    private final List<LabEvent> events = new ArrayList<>();
    private DurabilityScenario scenario;
    private List<DurabilityEstimate> estimates;
    private double meanDays;
    private boolean bad;
    private boolean slow;
    private boolean gone;
    private long losses;
    private double expected;
    private long day;

    DurabilitySimulation(DurabilityScenario scenario, LabParts<DurabilityScenario, DurabilityResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        random = new Seed(scenario.seed()).derive("durability/picture");
        estimates = estimates();
        meanDays = meanDays();
    }

    private List<DurabilityEstimate> estimates() {
        return Arrays.stream(LossMethod.values())
                .map(method -> method == LossMethod.MONTE_CARLO
                        ? DurabilityEstimate.simulated(scenario, FEW_TRIALS)
                        : DurabilityEstimate.of(scenario.withMethod(method)))
                .toList();
    }

    /// Mean days until this stripe is lost, with its fast drives.
    private double meanDays() {
        return new StripeChain(aged()).meanHoursToLoss() / HOURS_A_DAY;
    }

    private DurabilityScenario aged() {
        return scenario.withRate(scenario.yearlyRate() * scenario.ageing(), false)
                .withZones(scenario.zones(), scenario.zoneLossesPerYear() * scenario.ageing());
    }

    @Override
    public void step() {
        day++;
        events.clear();
        if (gone) {
            gone = false;
            lost.clear();
            queue.clear();
            events.add(event("written", ""));
        }
        expected += 1 / meanDays;
        double left = HOURS_A_DAY;
        for (int event = 0; event < MOST_EVENTS && !gone; event++) {
            left -= happens(left);
            if (left <= 0) {
                break;
            }
        }
    }

    /// The next thing that happens within `left` hours.
    ///
    /// @return the hours until then, at least `left` if nothing does
    private double happens(double left) {
        int shards = scenario.scheme().shards();
        double drive = scenario.yearlyRate() * scenario.ageing() / scenario.hoursPerYear();
        double single = (shards - lost.cardinality()) * drive * (1 - scenario.commonCauseShare());
        double common = drive * scenario.commonCauseShare();
        double zone = scenario.zones() * scenario.zoneLossesPerYear() * scenario.ageing() / scenario.hoursPerYear();
        double repair = scenario.repairing(lost.cardinality()) / scenario.downHours();
        double total = single + common + zone + repair;
        double hours = -StrictMath.log1p(-random.nextDouble()) / total;
        if (hours >= left) {
            return hours;
        }
        double point = random.nextDouble() * total;
        if (point < repair) {
            repaired();
        } else if (point < repair + single) {
            fail(List.of(standing().get(random.nextInt(shards - lost.cardinality()))), "failed");
        } else if (point < repair + single + zone) {
            int which = random.nextInt(scenario.zones());
            fail(
                    standing().stream()
                            .filter(shard -> shard % scenario.zones() == which)
                            .toList(),
                    "zone-lost");
        } else {
            fail(standing(), "common-cause");
        }
        return hours;
    }

    private List<Integer> standing() {
        List<Integer> standing = new ArrayList<>();
        for (int shard = 0; shard < scenario.scheme().shards(); shard++) {
            if (!lost.get(shard)) {
                standing.add(shard);
            }
        }
        return standing;
    }

    private void repaired() {
        int crews = scenario.repairing(queue.size());
        int shard = queue.get(random.nextInt(crews));
        queue.removeIf(waiting -> waiting == shard);
        lost.clear(shard);
        events.add(event("repaired", name(shard), name(shard)));
    }

    private void fail(List<Integer> shards, String key) {
        if (shards.isEmpty()) {
            return;
        }
        shards.forEach(lost::set);
        queue.addAll(shards);
        events.add(event(key, name(shards.getFirst()), name(shards.getFirst()), shards.size(), lost.cardinality()));
        boolean survives = scenario.scheme().survives(lost);
        boolean unreadable = survives && defect();
        if (!survives || unreadable) {
            gone = true;
            losses++;
            events.add(event(unreadable ? "lost-defect" : "lost", "", lost.cardinality()));
        }
    }

    /// Whether a shard that is left turns out unreadable, and is the one too many.
    private boolean defect() {
        double share = scenario.latentDefectsPerYear() * scenario.scrubHours() / scenario.hoursPerYear() / 2;
        List<Integer> standing = standing();
        if (share == 0 || random.nextDouble() < StrictMath.pow(1 - Math.min(1, share), standing.size())) {
            return false;
        }
        BitSet worse = (BitSet) lost.clone();
        worse.set(standing.get(random.nextInt(standing.size())));
        return !scenario.scheme().survives(worse);
    }

    @Override
    public DurabilitySnapshot snapshot() {
        DurabilityScenario now = scenario;
        long lossesNow = losses;
        double expectedNow = expected;
        long dayNow = day;
        List<ShardState> shards = new ArrayList<>();
        int crews = now.repairing(queue.size());
        for (int shard = 0; shard < now.scheme().shards(); shard++) {
            Health health =
                    !lost.get(shard) ? Health.WHOLE : queue.indexOf(shard) < crews ? Health.REPAIRING : Health.WAITING;
            shards.add(new ShardState(name(shard), role(shard), shard % now.zones(), health));
        }
        return new DurabilitySnapshot(
                day,
                DAYS,
                now,
                shards,
                gone,
                losses,
                estimates,
                events,
                List.of(
                        new Measure("down", parts.texts().get("measure.down"), Unit.COUNT, lost.cardinality()),
                        new Measure("losses", parts.texts().get("measure.losses"), Unit.COUNT, losses)),
                () -> {
                    List<Figure> figures =
                            new ArrayList<>(DurabilityFigures.of(now, DurabilityEstimate.of(now), parts));
                    figures.add(DurabilityFigures.picture(parts, lossesNow, expectedNow, (double) dayNow));
                    return figures;
                });
    }

    private Role role(int shard) {
        return switch (scenario.scheme()) {
            case Scheme.Replication _ -> Role.DATA;
            case Scheme.Erasure(int data, int _) -> shard < data ? Role.DATA : Role.PARITY;
            case Scheme.Lrc lrc -> {
                int end = 0;
                for (int size : lrc.groups()) {
                    end += size;
                    if (shard < end) {
                        yield shard == end - 1 ? Role.LOCAL_PARITY : Role.DATA;
                    }
                }
                yield Role.GLOBAL_PARITY;
            }
        };
    }

    private String name(int shard) {
        Role role = role(shard);
        int number = 0;
        for (int before = 0; before <= shard; before++) {
            number += role(before) == role ? 1 : 0;
        }
        return parts.texts().get("role." + role.name()) + number;
    }

    private LabEvent event(String key, String subject, Object... arguments) {
        return new LabEvent(day, key, subject, parts.texts().get("event." + key, arguments));
    }

    @Override
    public boolean done() {
        return day >= DAYS;
    }

    @Override
    public DurabilityScenario scenario() {
        return scenario;
    }

    /// Drives of a bad batch fail ten times as often; repairs take ten times as long.
    @Override
    public List<Disturbance> disturbances() {
        return List.of(
                new Disturbance(BAD_BATCH, parts.texts().get(bad ? "disturb.good-batch" : "disturb.bad-batch"), bad),
                new Disturbance(
                        SLOW_REPAIR, parts.texts().get(slow ? "disturb.fast-repair" : "disturb.slow-repair"), slow));
    }

    @Override
    public void disturb(String id) {
        switch (id) {
            case BAD_BATCH -> {
                bad = !bad;
                double rate = scenario.yearlyRate() * (bad ? TENFOLD : 1 / TENFOLD);
                scenario = scenario.withRate(
                        Math.clamp(rate, DurabilityCodec.LEAST_RATE, DurabilityCodec.MOST_RATE), false);
            }
            case SLOW_REPAIR -> {
                slow = !slow;
                double hours = scenario.repairHours() * (slow ? TENFOLD : 1 / TENFOLD);
                scenario = scenario.withRepairHours(
                        Math.clamp(hours, DurabilityCodec.LEAST_HOURS, DurabilityCodec.MOST_HOURS));
            }
            default -> throw new IllegalArgumentException("There is no disturbance " + id);
        }
        estimates = estimates();
        meanDays = meanDays();
    }
}
