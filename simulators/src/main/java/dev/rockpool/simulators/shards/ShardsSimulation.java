package dev.rockpool.simulators.shards;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.OnDemandScaling;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A run of the shards lab.
///
/// A second: shards change as planned, or as on-demand scaling has it; producers send their records, of which each
/// falls on the shard that owns its key's place; shards take what their budgets have room for; consumers read.
///
/// **Why a second's records are taken as a batch.** All records have one size, and a budget's answer depends on the
/// second, the size and what was taken before, not on the key. So the records of one shard and second are alike: of k
/// offered, taking them one by one accepts the first a and refuses the rest, whatever their order among other shards'
/// records, and [dev.rockpool.streamengine.ShardWriteBudget#takeMany] answers a. A test compares both ways.
public final class ShardsSimulation implements Simulation<ShardsScenario, ShardsSnapshot> {
    private static final String CONSUMER = "consumer/";
    private static final int TREND_SECONDS = 60;
    private static final double MILLIS = 1_000;

    private final LabTexts texts;
    private final KeySpace keys;
    private final KeyChooser chooser;
    private final RandomGenerator random;
    private final ShardLineage lineage;
    private final double hottestKeyShare;
    private final double endless;
    private final List<RunConsumer> consumers = new ArrayList<>();

    /// Shards that are gone but for the record.
    private final List<ShardsSnapshot.ShardLife> ended = new ArrayList<>();

    /// Closed shards that some consumer still reads.
    private final List<RunShard> draining = new ArrayList<>();

    private List<RunShard> open = List.of();
    private List<RunShard> reading = List.of();
    private KeyChooser.ShardChooser producers;
    private int[] counts = new int[0];
    private Foresight foresight = new Foresight(0, 0, 0, 0, 0);

    private ShardsScenario scenario;
    private long second;
    private ShardsSnapshot.Totals totals = new ShardsSnapshot.Totals(0, 0, 0, 0);
    private ShardsSnapshot.Totals last = new ShardsSnapshot.Totals(0, 0, 0, 0);
    private double expected;
    private double variance;
    private double fluid;
    private long shardSeconds;
    private long consumerShardSeconds;
    private long sharedRecords;
    private long fanOutRecords;
    private List<LabEvent> events = new ArrayList<>();
    private final long[] ages = new long[TREND_SECONDS + 1];

    ShardsSimulation(ShardsScenario scenario, LabTexts texts) {
        this.texts = texts;
        this.scenario = scenario;
        this.keys = KeySpace.of(scenario.keys());
        this.chooser = KeyChooser.of(keys);
        this.random = new Seed(scenario.seed()).derive("shards/keys");
        this.lineage = new ShardLineage(scenario.shards());
        double capacity = AcceptedRecords.capacity(scenario.recordBytes());
        double hottest = 0;
        double taken = 0;
        for (int index = 0; index < keys.count(); index++) {
            double share = keys.share(index);
            hottest = Math.max(hottest, share);
            taken += Math.min(capacity, scenario.recordsPerSecond() * share);
        }
        this.hottestKeyShare = hottest;
        this.endless = scenario.recordsPerSecond() == 0 ? 1 : Math.min(1, taken / scenario.recordsPerSecond());
        for (StreamConsumer consumer : scenario.consumers()) {
            consumers.add(new RunConsumer(consumers.size(), consumer));
        }
        this.producers = follow();
    }

    @Override
    public void step() {
        events = new ArrayList<>();
        changeShards();
        produce();
        consume();
        shardSeconds += open.size();
        consumerShardSeconds += (long) open.size() * fanOutConsumers();
        expected += foresight.mean();
        variance += foresight.variance();
        fluid += foresight.fluid();
        second++;
    }

    @Override
    public boolean done() {
        return second >= scenario.seconds();
    }

    @Override
    public ShardsScenario scenario() {
        return scenario;
    }

    /// Cuts a shard in its middle, at the beginning of the next second.
    ///
    /// @throws InputException if the service would refuse it
    public void split(ShardId shard) {
        reshard(new Reshard.Split(nextSecond(), shard, Optional.empty()));
    }

    /// Joins two shards whose ranges touch, at the beginning of the next second.
    ///
    /// @throws InputException if the service would refuse it
    public void merge(ShardId shard, ShardId adjacent) {
        reshard(new Reshard.Merge(nextSecond(), shard, adjacent));
    }

    /// Makes `target` shards of equal ranges, at the beginning of the next second.
    ///
    /// @throws InputException if the service would refuse it
    public void updateShardCount(int target) {
        reshard(new Reshard.UpdateShardCount(nextSecond(), target));
    }

    @Override
    public List<Disturbance> disturbances() {
        return consumers.stream()
                .map(consumer -> {
                    boolean stands = consumer.stands(second);
                    return new Disturbance(
                            CONSUMER + consumer.plan.name(),
                            texts.get(stands ? "disturb.start" : "disturb.stop", consumer.plan.name()),
                            stands);
                })
                .toList();
    }

    @Override
    public void disturb(String id) {
        RunConsumer consumer = consumers.stream()
                .filter(each -> id.equals(CONSUMER + each.plan.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no disturbance " + id));
        consumer.plan = consumer.stands(second)
                ? consumer.plan.startedAgainAt(nextSecond())
                : consumer.plan.stoppedAt(nextSecond());
        List<StreamConsumer> plans = new ArrayList<>(scenario.consumers());
        plans.set(consumer.index, consumer.plan);
        scenario = scenario.withConsumers(plans);
    }

    @Override
    public ShardsSnapshot snapshot() {
        Standing standing = standing();
        List<ShardsSnapshot.ShardLife> lives = new ArrayList<>(ended);
        draining.forEach(shard -> lives.add(shard.life()));
        open.forEach(shard -> lives.add(shard.life()));
        lives.sort(Comparator.comparing(ShardsSnapshot.ShardLife::id));
        return new ShardsSnapshot(
                second,
                scenario.seconds(),
                scenario.recordBytes(),
                open.stream().map(shard -> shard.shown(keys)).toList(),
                lives,
                standing.consumers(),
                events,
                measures(),
                totals,
                () -> ShardsFigures.of(standing, texts),
                () -> ShardsBills.monthly(standing));
    }

    /// How many seconds of arrivals are remembered, of all shards: what grows while a consumer is behind.
    int rememberedSeconds() {
        return reading.stream().mapToInt(shard -> shard.arrivals.size()).sum();
    }

    /// What happened in the last second.
    List<LabEvent> lastEvents() {
        return events;
    }

    Standing standing() {
        int recordBytes = scenario.recordBytes();
        int idle = 0;
        int refusing = 0;
        double busiestShare = 0;
        double squares = 0;
        double mean = 1.0 / open.size();
        for (RunShard shard : open) {
            idle += shard.keys == 0 ? 1 : 0;
            long refused = shard.total.offered() - shard.total.accepted();
            refusing += refused * 100 > shard.total.offered() ? 1 : 0;
            busiestShare = Math.max(busiestShare, shard.share);
            squares += (shard.share - mean) * (shard.share - mean);
        }
        double capacity = AcceptedRecords.capacity(recordBytes);
        return new Standing(
                scenario,
                second,
                totals,
                expected,
                variance,
                fluid,
                foresight,
                open.size(),
                lineage.count(),
                idle,
                refusing,
                Math.sqrt(squares / open.size()) / mean,
                AcceptedRecords.of(scenario.recordsPerSecond(), busiestShare, capacity)
                        .mean(),
                hottestKeyShare,
                endless,
                consumers.stream()
                        .map(consumer -> consumer.shown(second - 1, recordBytes))
                        .toList(),
                ageGrowth(),
                shardSeconds,
                consumerShardSeconds,
                sharedRecords * recordBytes,
                fanOutRecords * recordBytes);
    }

    private void changeShards() {
        boolean changed = false;
        for (int at = 0; at < scenario.reshard().size(); at++) {
            Reshard change = scenario.reshard().get(at);
            if (change.at() == second) {
                lineage.apply("reshard[" + at + "]", change);
                tell(change);
                changed = true;
            }
        }
        if (scenario.mode() == StreamMode.ON_DEMAND && second > 0) {
            Instant before = Instant.ofEpochSecond(second - 1);
            if (OnDemandScaling.next(Instant.EPOCH, before).equals(Instant.ofEpochSecond(second))) {
                changed |= scale();
            }
        }
        if (changed) {
            producers = follow();
        }
    }

    private boolean scale() {
        int before = lineage.openCount();
        int most = OnDemandScaling.mostShards("us-east-1");
        for (RunShard shard : open) {
            if (lineage.openCount() < most && OnDemandScaling.isHot(shard.traffic)) {
                lineage.splitEvenly(shard.id());
            }
            shard.traffic.reset();
        }
        if (lineage.openCount() == before) {
            return false;
        }
        tell("scaled", "", lineage.openCount() - before, before, lineage.openCount());
        return true;
    }

    /// Makes the shards at work those of the lineage; answers who sends them records from now on.
    private KeyChooser.ShardChooser follow() {
        Map<ShardId, RunShard> known = new HashMap<>();
        draining.forEach(shard -> known.put(shard.id(), shard));
        open.forEach(shard -> known.put(shard.id(), shard));
        for (ShardLineage.Entry closed : lineage.takeClosed()) {
            RunShard shard = opened(closed, known);
            shard.closedAt = second;
            draining.add(shard);
        }
        open = lineage.openShards().stream().map(entry -> opened(entry, known)).toList();
        char[] shardOf = place();
        retire();
        gather();
        return chooser.shards(shardOf);
    }

    /// The shard at work of `entry`, which begins now if it is not known yet.
    private RunShard opened(ShardLineage.Entry entry, Map<ShardId, RunShard> known) {
        return known.computeIfAbsent(entry.id(), _ -> {
            RunShard shard = new RunShard(entry, second, consumers);
            entry.parent().map(known::get).ifPresent(shard.parents::add);
            entry.adjacentParent().map(known::get).ifPresent(shard.parents::add);
            return shard;
        });
    }

    /// Finds the shard of each key, and what each shard is to expect.
    private char[] place() {
        HashKey[] starts = open.stream().map(shard -> shard.range().start()).toArray(HashKey[]::new);
        char[] shardOf = new char[keys.count()];
        counts = new int[open.size()];
        double[] shares = new double[open.size()];
        int[] owned = new int[open.size()];
        int[] hottest = new int[open.size()];
        double[] hottestShare = new double[open.size()];
        for (int index = 0; index < shardOf.length; index++) {
            int shard = keys.rangeOf(index, starts);
            double share = keys.share(index);
            shardOf[index] = (char) shard;
            shares[shard] += share;
            owned[shard]++;
            if (share > hottestShare[shard]) {
                hottestShare[shard] = share;
                hottest[shard] = index;
            }
        }
        for (int at = 0; at < shares.length; at++) {
            RunShard shard = open.get(at);
            shard.share = shares[at];
            shard.keys = owned[at];
            shard.hottestKey = owned[at] == 0 ? -1 : hottest[at];
            shard.hottestShare = hottestShare[at];
        }
        foresight = Foresight.of(scenario.recordsPerSecond(), shares, scenario.recordBytes());
        return shardOf;
    }

    private void produce() {
        producers.draw(random, Math.toIntExact(scenario.recordsPerSecond()), counts);
        long offered = 0;
        long accepted = 0;
        long byCount = 0;
        long byBytes = 0;
        for (int at = 0; at < counts.length; at++) {
            RunShard shard = open.get(at);
            shard.offer(second, scenario.recordBytes(), counts[at]);
            counts[at] = 0;
            offered += shard.last.offered();
            accepted += shard.last.accepted();
            byCount += shard.last.throttledByCount();
            byBytes += shard.last.throttledByBytes();
            tellThrottling(shard);
        }
        last = new ShardsSnapshot.Totals(offered, accepted, byCount, byBytes);
        totals = new ShardsSnapshot.Totals(
                totals.offered() + offered,
                totals.accepted() + accepted,
                totals.throttledByCount() + byCount,
                totals.throttledByBytes() + byBytes);
    }

    private void consume() {
        if (consumers.isEmpty()) {
            return;
        }
        reading.forEach(RunShard::remember);
        consumers.forEach(consumer -> consumer.recordsLastSecond = 0);
        // Children come before their parents here: whoever ends a parent finds its children at the next poll.
        for (RunShard shard : reading.reversed()) {
            read(shard);
        }
        for (RunConsumer consumer : consumers) {
            switch (consumer.plan.kind()) {
                case SHARED -> sharedRecords += consumer.recordsLastSecond;
                case FAN_OUT -> fanOutRecords += consumer.recordsLastSecond;
            }
        }
        long worst = 0;
        for (RunConsumer consumer : consumers) {
            consumer.measure(reading, second);
            worst = Math.max(worst, consumer.ageMillis);
            tellLag(consumer);
        }
        ages[(int) ((second + 1) % ages.length)] = worst;
        reading.forEach(RunShard::forget);
        if (!draining.isEmpty() && retire()) {
            gather();
        }
    }

    /// Lets every consumer read a shard. They take turns: whoever was served goes to the end of the shard's queue, so
    /// that none has the rest of a shared budget for ever.
    private void read(RunShard shard) {
        List<RunConsumer> served = new ArrayList<>();
        for (RunConsumer consumer : shard.queue) {
            if (!consumer.stands(second) && consumer.read(shard, second, scenario.recordBytes())) {
                served.add(consumer);
            }
        }
        if (served.size() < shard.queue.size()) {
            shard.queue.removeAll(served);
            shard.queue.addAll(served);
        }
    }

    /// Lets go of closed shards that every consumer has finished; answers whether there were any.
    private boolean retire() {
        List<RunShard> finished =
                draining.stream().filter(RunShard::isFinishedByAll).toList();
        if (finished.isEmpty()) {
            return false;
        }
        finished.forEach(shard -> ended.add(shard.life()));
        draining.removeAll(finished);
        open.forEach(child -> child.parents.removeAll(finished));
        draining.forEach(child -> child.parents.removeAll(finished));
        return true;
    }

    /// Parents first, then the open shards.
    private void gather() {
        List<RunShard> all = new ArrayList<>(draining);
        all.addAll(open);
        reading = List.copyOf(all);
    }

    private double ageGrowth() {
        int span = (int) Math.min(second, TREND_SECONDS);
        if (span == 0) {
            return 0;
        }
        long now = ages[(int) (second % ages.length)];
        long then = ages[(int) ((second - span) % ages.length)];
        return (now - then) / MILLIS / span;
    }

    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(measure("offered", Unit.RECORDS_PER_SECOND, last.offered()));
        measures.add(measure("accepted", Unit.RECORDS_PER_SECOND, last.accepted()));
        measures.add(measure("throttledByCount", Unit.RECORDS_PER_SECOND, last.throttledByCount()));
        measures.add(measure("throttledByBytes", Unit.RECORDS_PER_SECOND, last.throttledByBytes()));
        measures.add(measure("openShards", Unit.SHARDS, open.size()));
        for (RunConsumer consumer : consumers) {
            measures.add(new Measure(
                    "iteratorAge/" + consumer.plan.name(),
                    texts.get("measure.iteratorAge", consumer.plan.name()),
                    Unit.SECONDS,
                    consumer.ageMillis / MILLIS));
        }
        return measures;
    }

    private Measure measure(String id, Unit unit, long value) {
        return new Measure(id, texts.get("measure." + id), unit, (double) value);
    }

    private int nextSecond() {
        return Math.toIntExact(second);
    }

    private int fanOutConsumers() {
        return (int) consumers.stream()
                .filter(consumer -> consumer.plan.kind() == StreamConsumer.Kind.FAN_OUT)
                .count();
    }

    private void reshard(Reshard change) {
        if (scenario.mode() == StreamMode.ON_DEMAND) {
            throw JsonFields.fault("An on-demand stream adds its shards by itself, mode must be provisioned");
        }
        List<Reshard> changes = new ArrayList<>(scenario.reshard());
        int at = 0;
        while (at < changes.size() && changes.get(at).at() <= change.at()) {
            at++;
        }
        changes.add(at, change);
        ShardsScenario changed = scenario.withReshard(changes);
        ShardsCodec.check(changed);
        scenario = changed;
    }

    private void tell(Reshard change) {
        switch (change) {
            case Reshard.Split split -> tell("split", split.shard().toString(), split.shard());
            case Reshard.Merge merge -> tell("merged", merge.shard().toString(), merge.shard(), merge.adjacentShard());
            case Reshard.UpdateShardCount update -> tell("rescaled", "", open.size(), update.target());
        }
    }

    private void tellThrottling(RunShard shard) {
        switch (shard.throttlingChange()) {
            case 1 -> {
                boolean byBytes = shard.last.throttledByBytes() > 0;
                tell(
                        byBytes ? "throttle-began-bytes" : "throttle-began-count",
                        shard.id().toString(),
                        shard.id(),
                        Unit.COUNT.number(shard.last.offered()),
                        Unit.COUNT.number(shard.last.accepted()));
            }
            case -1 -> tell("throttle-ended", shard.id().toString(), shard.id());
            default -> {
                // Nothing changed.
            }
        }
    }

    private void tellLag(RunConsumer consumer) {
        switch (consumer.lagChange()) {
            case 1 ->
                tell(
                        "behind",
                        CONSUMER + consumer.plan.name(),
                        consumer.plan.name(),
                        Unit.SECONDS.format(consumer.ageMillis / MILLIS));
            case -1 -> tell("caught-up", CONSUMER + consumer.plan.name(), consumer.plan.name());
            default -> {
                // Nothing changed.
            }
        }
        for (StreamConsumer.Outage outage : consumer.plan.outages()) {
            if (outage.at() == second) {
                tell("stopped", CONSUMER + consumer.plan.name(), consumer.plan.name());
            } else if (outage.at() + (long) outage.seconds() == second) {
                tell("started", CONSUMER + consumer.plan.name(), consumer.plan.name());
            }
        }
    }

    private void tell(String key, String subject, Object... arguments) {
        events.add(new LabEvent(second, key, subject, texts.get("event." + key, arguments)));
    }
}
