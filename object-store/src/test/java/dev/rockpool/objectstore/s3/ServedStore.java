package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.Gateway;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.keys.KeyService;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.StoreListener;
import dev.rockpool.objectstore.access.StoreAccess;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A store with two accounts, served on a free port.
final class ServedStore implements AutoCloseable {
    private static final String ACCOUNTS = """
            {"accounts":[
              {"id":"111111111111","canonicalId":"canonical-main","displayName":"Main","email":"main@example.org",
               "users":[{"name":"root","accessKey":"AKIAMAIN000000000000","secretKey":"main-secret","root":true}]},
              {"id":"222222222222","canonicalId":"canonical-other","displayName":"Other","email":"other@example.org",
               "users":[{"name":"root","accessKey":"AKIAOTHER00000000000","secretKey":"other-secret","root":true}]}]}
            """;

    final ObjectStore store;
    final Accounts accounts;
    final Gateway gateway;
    final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    ServedStore(Path folder, S3Settings.BucketDefaults defaults) {
        InstantSource wall = InstantSource.system();
        accounts = Accounts.parse("accounts", ACCOUNTS, new Random(1), wall);
        boolean current = defaults == S3Settings.BucketDefaults.CURRENT;
        store = ObjectStore.open(
                folder.resolve("objects"),
                Disk.real(),
                wall,
                ObjectStoreOptions.standard().sync(false).blockingCustomerKeys(current),
                StoreListener.NONE);
        KeyService keys = KeyService.open(folder.resolve("keys"), wall, new SecureRandom(), event -> {});
        S3Settings settings = S3Settings.standard(wall).withDefaults(defaults);
        S3Endpoint endpoint = new S3Endpoint(new S3Services(
                store,
                accounts,
                new SignatureVerifier(accounts, wall),
                new StoreAccess(accounts, store::document),
                caller -> new KeyServiceDataKeys(keys, caller, settings),
                settings));
        gateway = Gateway.open(
                S3Endpoint.options(0)
                        .withFailures(
                                (id, method, path, failure) -> failures.add(method + " " + path + ": " + failure)),
                endpoint);
    }

    URI address() {
        return gateway.address();
    }

    AccessKey mainKey() {
        return accounts.accessKeys().getFirst();
    }

    /// The client of the main account, as it comes out of the box but for the address.
    S3Client main() {
        return client(accounts.accessKeys().getFirst());
    }

    /// The client of the other account.
    S3Client other() {
        return client(accounts.accessKeys().getLast());
    }

    private S3Client client(AccessKey key) {
        return S3Client.builder()
                .endpointOverride(address())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .forcePathStyle(true)
                .build();
    }

    @Override
    public void close() {
        gateway.close();
        store.close();
    }
}
