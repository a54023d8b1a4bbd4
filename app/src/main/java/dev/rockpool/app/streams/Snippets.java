package dev.rockpool.app.streams;

import java.net.URI;
import java.util.List;

/// What people put into their configuration and scripts to reach the streams. Each goes through the named profile,
/// whose endpoints are inside it, one a service: a forgotten flag cannot reach a real account.
final class Snippets {
    /// The profile's name.
    static final String PROFILE = "rockpool";

    private Snippets() {}

    /// A text to copy.
    ///
    /// @param id the key of its name, after `streams.snippet.`
    record Snippet(String id, String text) {}

    /// All of them.
    ///
    /// @param kinesis where the streams answer
    /// @param s3 where the store answers
    static List<Snippet> of(URI kinesis, URI s3, String accessKey, String secretKey, String stream) {
        return List.of(
                new Snippet("profile", """
                    # ~/.aws/config
                    [profile %1$s]
                    region = %2$s
                    services = %1$s
                    aws_access_key_id = %3$s
                    aws_secret_access_key = %4$s

                    [services %1$s]
                    kinesis =
                      endpoint_url = %5$s
                    s3 =
                      endpoint_url = %6$s
                    """.formatted(PROFILE, StreamDesk.REGION, accessKey, secretKey, kinesis, s3)),
                new Snippet("cli", """
                    aws --profile %1$s kinesis list-streams
                    aws --profile %1$s --cli-binary-format raw-in-base64-out kinesis put-record \\
                        --stream-name %2$s --partition-key north --data '{"centimetres":412}'
                    """.formatted(PROFILE, stream)),
                new Snippet("boto3", """
                    import boto3

                    kinesis = boto3.Session(profile_name="%1$s").client("kinesis")
                    kinesis.put_record(StreamName="%2$s", PartitionKey="north", Data=b'{"centimetres":412}')
                    """.formatted(PROFILE, stream)),
                new Snippet("java", """
                    // AWS SDK for Java 2; the profile brings keys and region
                    KinesisAsyncClient kinesis = KinesisAsyncClient.builder()
                            .credentialsProvider(ProfileCredentialsProvider.create("%1$s"))
                            .region(Region.of("%2$s"))
                            .endpointOverride(URI.create("%3$s"))
                            .build();
                    kinesis.putRecord(put -> put.streamName("%4$s").partitionKey("north")
                            .data(SdkBytes.fromUtf8String("{\\"centimetres\\":412}"))).join();
                    """.formatted(PROFILE, StreamDesk.REGION, kinesis, stream)));
    }
}
