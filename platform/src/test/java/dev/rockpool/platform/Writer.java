package dev.rockpool.platform;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.DeleteRequest;
import dev.rockpool.objectstore.DeleteResult;
import dev.rockpool.objectstore.GetRequest;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.objectstore.ListRequest;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectReading;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.PutResult;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.s3.KeyServiceDataKeys;
import dev.rockpool.objectstore.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Somebody who writes to a platform's object store.
public record Writer(Platform platform) {
    private Requester requester() {
        AccessKey key = platform.accounts().accessKeys().getFirst();
        return new Requester(
                new Owner("owner", "owner"),
                key.caller().arn(),
                new KeyServiceDataKeys(platform.keys(), key.caller(), S3Settings.standard(InstantSource.system())));
    }

    public void bucket(String name) {
        Bucket _ = platform.objects().createBucket(requester(), name, "us-east-1", false, Map.of());
    }

    public void rules(String bucket, LifecycleSettings settings) {
        platform.objects().putLifecycle(bucket, settings);
    }

    public void put(String bucket, String key, String text) {
        put(bucket, key, text.getBytes(StandardCharsets.UTF_8));
    }

    public void put(String bucket, String key, byte[] bytes) {
        try {
            PutResult _ = platform.objects()
                    .putObject(
                            bucket,
                            key,
                            PutRequest.by(requester()).with(NewObject.PLAIN),
                            new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String bucket, String key) {
        DeleteResult _ = platform.objects().deleteObject(bucket, key, DeleteRequest.by(requester()));
    }

    public String get(String bucket, String key) {
        try (ObjectReading reading = platform.objects().getObject(bucket, key, GetRequest.by(requester()))) {
            return new String(reading.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> keys(String bucket) {
        return platform.objects().listObjects(bucket, ListRequest.ALL).objects().stream()
                .map(StoredObject::key)
                .toList();
    }
}
