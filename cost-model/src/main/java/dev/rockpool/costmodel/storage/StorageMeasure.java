package dev.rockpool.costmodel.storage;

import static java.util.Objects.requireNonNull;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that is counted for a bill of objects.
///
/// @param charge what kind of thing
/// @param place whose price it has, or whose objects it concerns
/// @param tier of a retrieval from an archive, else empty
public record StorageMeasure(Charge charge, StoragePlace place, Optional<RestoreTier> tier) {
    /// Every measure there is; its place in this list is its index.
    static final List<StorageMeasure> ALL;

    private static final Map<Charge, Map<StoragePlace, Integer>> INDEX = new EnumMap<>(Charge.class);
    private static final Map<Charge, Map<StoragePlace, Map<RestoreTier, Integer>>> ARCHIVE_INDEX =
            new EnumMap<>(Charge.class);

    /// The kinds of things that are counted, in the order of a bill.
    public enum Charge {
        /// Bytes of objects, by the time they were there.
        STORAGE("storage.", Unit.BYTE_TIME, ""),
        /// Bytes that objects under 128 KB are billed in addition.
        FLOOR("storage.", Unit.BYTE_TIME, "objects under 128 KB, billed as 128 KB"),
        /// 32 KB for each archived object.
        OVERHEAD("storage.", Unit.BYTE_TIME, "32 KB more for each archived object"),
        /// 8 KB in Standard for each archived object.
        INDEX("storage.", Unit.BYTE_TIME, "8 KB more for each archived object"),
        /// Bytes of objects that left before the minimum duration, by the time that was left.
        EARLY_DELETE("storage.", Unit.BYTE_TIME, "left before the minimum duration"),
        /// Bytes of temporary copies, in Standard.
        RESTORED_COPY("storage.", Unit.BYTE_TIME, "restored copies"),
        /// Objects that Intelligent-Tiering monitors, by the time they were there.
        MONITORING("monitoring.", Unit.OBJECT_TIME, ""),
        PUT("request.PUT_COPY_POST_LIST.", Unit.REQUESTS, ""),
        LIST("request.PUT_COPY_POST_LIST.", Unit.REQUESTS, "lists"),
        TRANSITION("request.LIFECYCLE_TRANSITION_INTO.", Unit.REQUESTS, ""),
        GET("request.GET_SELECT_other.", Unit.REQUESTS, ""),
        /// Bytes retrieved.
        RETRIEVAL("retrieval.", Unit.BYTES, ""),
        RETRIEVAL_REQUEST("retrieval_request.", Unit.REQUESTS, "");

        private final String prefix;
        private final Unit unit;
        private final String about;

        Charge(String prefix, Unit unit, String about) {
            this.prefix = prefix;
            this.unit = unit;
            this.about = about;
        }

        Unit unit() {
            return unit;
        }
    }

    /// What a quantity counts, in millionths.
    enum Unit {
        /// Byte-milliseconds; a line has GB-months.
        BYTE_TIME,
        /// Object-milliseconds; a line has thousands of object-months.
        OBJECT_TIME,
        /// A line has thousands.
        REQUESTS,
        /// A line has binary gigabytes.
        BYTES
    }

    static {
        List<StorageMeasure> all = new ArrayList<>();
        for (Charge charge : Charge.values()) {
            Map<StoragePlace, Integer> ofPlaces = new EnumMap<>(StoragePlace.class);
            Map<StoragePlace, Map<RestoreTier, Integer>> ofArchives = new EnumMap<>(StoragePlace.class);
            for (StoragePlace place : StoragePlace.values()) {
                ofPlaces.put(place, all.size());
                all.add(new StorageMeasure(charge, place, Optional.empty()));
                if (charge == Charge.RETRIEVAL || charge == Charge.RETRIEVAL_REQUEST) {
                    Map<RestoreTier, Integer> ofTiers = new EnumMap<>(RestoreTier.class);
                    for (RestoreTier tier : RestoreTier.values()) {
                        ofTiers.put(tier, all.size());
                        all.add(new StorageMeasure(charge, place, Optional.of(tier)));
                    }
                    ofArchives.put(place, ofTiers);
                }
            }
            INDEX.put(charge, ofPlaces);
            ARCHIVE_INDEX.put(charge, ofArchives);
        }
        ALL = List.copyOf(all);
    }

    /// The index of what `charge` counts of `place`.
    static int index(Charge charge, StoragePlace place) {
        return requireNonNull(requireNonNull(INDEX.get(charge)).get(place));
    }

    /// The index of what is retrieved from the archive `place` by `tier`.
    static int index(Charge charge, StoragePlace place, RestoreTier tier) {
        return requireNonNull(
                requireNonNull(requireNonNull(ARCHIVE_INDEX.get(charge)).get(place))
                        .get(tier));
    }

    /// The class whose choice causes this cost: of the 8 KB in Standard for an archived object, the archive class.
    public StorageClass storageClass() {
        return place.storageClass();
    }

    /// The item of the price book.
    public String item() {
        return switch (charge) {
            case STORAGE, FLOOR, OVERHEAD, EARLY_DELETE -> charge.prefix + place.pricedAs();
            case INDEX, RESTORED_COPY -> charge.prefix + StoragePlace.STANDARD.pricedAs();
            case LIST -> charge.prefix + StorageClass.STANDARD.name();
            case MONITORING, PUT, TRANSITION, GET ->
                charge.prefix + storageClass().name();
            case RETRIEVAL, RETRIEVAL_REQUEST ->
                charge.prefix
                        + (place.archive() ? place.pricedAs() : storageClass().name())
                        + tier.map(archived -> "." + archived.apiName()).orElse("");
        };
    }

    /// What the item alone does not say, for people; often empty.
    public String about() {
        return charge.about;
    }
}
