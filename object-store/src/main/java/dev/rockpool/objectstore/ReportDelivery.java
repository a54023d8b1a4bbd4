package dev.rockpool.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts what the store writes about its buckets into the bucket that it goes to.
final class ReportDelivery {
    private final Objects objects;
    private final Buckets buckets;

    ReportDelivery(Objects objects, Buckets buckets) {
        this.objects = objects;
        this.buckets = buckets;
    }

    /// Whether there is a bucket of that name.
    boolean reaches(String bucket) {
        return buckets.find(bucket).isPresent();
    }

    /// Puts an object as the service does: as the destination's owner, encrypted with the store's key.
    void put(String bucket, String key, byte[] bytes, String type) {
        BucketState destination = buckets.state(bucket);
        Requester service = new Requester(destination.record().owner(), Requester.SERVICE_ARN, DataKeys.NONE);
        NewObject object = NewObject.PLAIN
                .described(Map.of("content-type", type), new LinkedHashMap<>())
                .encrypted(new EncryptionWish.ServiceKey());
        try {
            objects.put(
                    bucket,
                    key,
                    PutRequest.by(service).with(object).of(bytes.length),
                    new ByteArrayInputStream(bytes),
                    StoreEvent.Origin.REPORT);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
