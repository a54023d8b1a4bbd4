package dev.rockpool.platform.serve;

import dev.rockpool.gateway.Tls;
import dev.rockpool.objectstore.s3.S3Settings.BucketDefaults;
import java.util.Optional;

/// Where and how a platform answers.
///
/// @param s3Port the object store's port on the loopback address; 0 for any free one
/// @param kinesisPort the stream engine's port; 0 for any free one
/// @param kmsPort the key and token services' port; 0 for any free one
/// @param token what the control routes ask for; the platform's own where empty
/// @param defaults what new buckets have
/// @param tls makes the ports speak HTTPS
public record ServeOptions(
        int s3Port, int kinesisPort, int kmsPort, Optional<String> token, BucketDefaults defaults, Optional<Tls> tls) {
    /// The ports that are used unless others are named.
    public static final int S3_PORT = 9700;

    public static final int KINESIS_PORT = 9701;
    public static final int KMS_PORT = 9702;

    /// The same with a token of its own for the control routes.
    public ServeOptions withToken(String other) {
        return new ServeOptions(s3Port, kinesisPort, kmsPort, Optional.of(other), defaults, tls);
    }

    /// The same on any free ports.
    ServeOptions onOtherPorts() {
        return new ServeOptions(0, 0, 0, token, defaults, tls);
    }

    /// On any free ports, with today's defaults.
    public static ServeOptions onFreePorts() {
        return new ServeOptions(0, 0, 0, Optional.empty(), BucketDefaults.CURRENT, Optional.empty());
    }
}
