package dev.rockpool.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the lifecycle rules of one bucket do, and when. Pure: it decides, others act.
///
/// The rules of choice, with their source in the S3 user guide:
///
/// 1. An action is due at a midnight UTC ([Midnight]); one with a date at that date's midnight, for objects written
///    later at the first midnight after they were written (*Lifecycle configuration elements*).
/// 2. A class that cannot be reached from the present one is passed over ([StorageClass#canTransitionTo]). Standard-IA
///    and One Zone-IA take nothing younger than 30 days, by a date neither (*Transitioning objects*, constraints).
/// 3. Of several expirations the earliest counts. Of several transitions due at the same midnight the cheapest class
///    wins, but Intelligent-Tiering over all but the two archives (*How Amazon S3 handles conflicts*).
/// 4. Permanent deletion goes before transition, transition before a delete marker: the marker then comes at the next
///    midnight (same page; that it comes a day later is our reading, a version gets one action a day).
/// 5. Current versions expire into nothing (no versions), under a delete marker (enabled), or under the marker `null`,
///    which replaces the version `null` (suspended). Nothing happens to a current delete marker with versions below it;
///    one that is alone goes: with `ExpiredObjectDeleteMarker` as soon as it is alone and a midnight has passed since
///    it was written, with an expiration once it is old enough (*Expiring objects*, *Examples* 7).
/// 6. Noncurrent days count from the creation of the successor. `NewerNoncurrentVersions` keeps that many newer
///    noncurrent versions; delete markers do not count among them (*Lifecycle configuration elements*).
/// 7. Rules are in force from the midnight after they were put; what was due before is due then.
///
/// Objects of equal signature share a [Schedule]; both caches grow with the signatures met, not with the objects. All
/// methods may be called by any thread.
public final class Lifecycle {
    /// Rules that have always been in force.
    public static final Instant ALWAYS = Instant.EPOCH.minusSeconds(200_000L * 365 * 86_400);

    private final List<LifecycleRule> rules;
    private final TransitionMinimum minimum;
    private final Versioning versioning;
    private final long firstDay;
    private final Map<Signature, Schedule> schedules = new ConcurrentHashMap<>();
    private final Map<CourseKey, Course> courses = new ConcurrentHashMap<>();

    /// Rules that have always been in force, under the default minimum size of today.
    public Lifecycle(LifecycleConfiguration configuration, Versioning versioning) {
        this(configuration, versioning, TransitionMinimum.ALL_STORAGE_CLASSES_128K, ALWAYS);
    }

    /// @param inForceSince when the configuration was put
    public Lifecycle(
            LifecycleConfiguration configuration,
            Versioning versioning,
            TransitionMinimum minimum,
            Instant inForceSince) {
        this.rules =
                configuration.rules().stream().filter(LifecycleRule::enabled).toList();
        this.versioning = versioning;
        this.minimum = minimum;
        this.firstDay = Midnight.after(inForceSince, 0);
    }

    private record Signature(BitSet rules, boolean isSmall) {}

    private record CourseKey(Schedule object, Schedule marker, StorageClass storageClass) {}

    /// What the rules ask of an object. Cheap enough for each of a million; equal signatures answer the same object.
    public Schedule schedule(String key, long bytes, Map<String, String> tags) {
        BitSet matching = new BitSet(rules.size());
        for (int at = 0; at < rules.size(); at++) {
            if (rules.get(at).filter().matches(key, bytes, tags)) {
                matching.set(at);
            }
        }
        return schedules.computeIfAbsent(
                new Signature(matching, bytes < StorageClass.SMALL_BYTES),
                signature -> Schedule.of(
                        signature.rules().stream().mapToObj(rules::get).toList(), bytes, minimum));
    }

    /// What the rules ask of the delete markers of a key.
    public Schedule markerSchedule(String key) {
        return schedule(key, 0, Map.of());
    }

    /// A key with its versions, ready to be asked what is due.
    ///
    /// @param versions oldest first; the last is current. In a bucket without versions there is one
    public KeyLifecycle track(String key, List<ObjectVersion> versions) {
        List<KeyLifecycle.Tracked> tracked = new ArrayList<>(versions.size());
        for (ObjectVersion version : versions) {
            Schedule schedule =
                    version.isDeleteMarker() ? markerSchedule(key) : schedule(key, version.bytes(), version.tags());
            tracked.add(new KeyLifecycle.Tracked(version, schedule));
        }
        return new KeyLifecycle(this, key, tracked);
    }

    /// The whole course of one object, written whole in `createdDay` into a key of its own; computed once a signature
    /// and class where no rule names a date.
    ///
    /// @param key an example of the keys meant; the rules look at its prefix only
    public Course course(String key, long bytes, Map<String, String> tags, StorageClass storageClass, long createdDay) {
        Schedule object = schedule(key, bytes, tags);
        Schedule marker = markerSchedule(key);
        ObjectVersion version =
                new ObjectVersion(ObjectVersion.NULL_ID, bytes, Midnight.at(createdDay), storageClass, tags, false);
        if (!object.isRelative() || !marker.isRelative() || firstDay > createdDay) {
            return Course.of(track(key, List.of(version)), createdDay);
        }
        return courses.computeIfAbsent(
                new CourseKey(object, marker, storageClass),
                missing -> Course.of(track(key, List.of(version)), createdDay));
    }

    /// When the current version of a key expires, and by which rule; for the header `x-amz-expiration`.
    ///
    /// Empty for a delete marker and where no rule expires it.
    public Optional<Expiry> expiry(String key, ObjectVersion current) {
        if (current.isDeleteMarker()) {
            return Optional.empty();
        }
        return earliest(schedule(key, current.bytes(), current.tags()).ends(), Midnight.dayOf(current.created()));
    }

    /// When an incomplete upload is aborted, and by which rule.
    public Optional<Expiry> abort(Upload upload) {
        long initiated = Midnight.dayOf(upload.initiated());
        Expiry first = null;
        for (LifecycleRule rule : rules) {
            if (rule.abortUploadsAfterDays().isPresent() && rule.filter().matchesKey(upload.key())) {
                long day = inForce(
                        Midnight.after(initiated, rule.abortUploadsAfterDays().getAsInt()));
                if (first == null || day < first.day()) {
                    first = new Expiry(day, rule.id());
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /// The end of something.
    ///
    /// @param day the midnight
    /// @param rule the id of the rule that sets it
    public record Expiry(long day, String rule) {}

    Versioning versioning() {
        return versioning;
    }

    /// `day`, or the first midnight of these rules if that is later.
    long inForce(long day) {
        return Math.max(day, firstDay);
    }

    /// The earliest of `ends` for what was created in `createdDay`; of equals, that of the first rule.
    Optional<Expiry> earliest(List<Schedule.End> ends, long createdDay) {
        Expiry first = null;
        for (Schedule.End end : ends) {
            long day = inForce(end.when().due(createdDay));
            if (first == null || day < first.day()) {
                first = new Expiry(day, end.rule());
            }
        }
        return Optional.ofNullable(first);
    }
}
