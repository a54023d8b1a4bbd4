package dev.rockpool.app.store;

import java.net.URI;
import java.util.List;

/// What people put into their configuration and scripts to reach the store. Each goes through the named profile, whose
/// endpoint is inside it: a forgotten flag cannot reach a real account.
final class Snippets {
    /// The profile's name.
    static final String PROFILE = "rockpool";

    private Snippets() {}

    /// A text to copy.
    ///
    /// @param id the key of its name, after `store.snippet.`
    record Snippet(String id, String text) {}

    /// All of them.
    ///
    /// @param address where the store answers
    static List<Snippet> of(URI address, String accessKey, String secretKey) {
        return List.of(
                new Snippet("profile", """
                        # ~/.aws/config
                    [profile %1$s]
                    region = %4$s
                    endpoint_url = %5$s
                    aws_access_key_id = %2$s
                    aws_secret_access_key = %3$s
                    """.formatted(PROFILE, accessKey, secretKey, StoreDesk.REGION, address)),
                new Snippet("cli", """
                    aws --profile %1$s s3 ls
                    aws --profile %1$s s3 mb s3://my-bucket
                    aws --profile %1$s s3 cp file.txt s3://my-bucket/
                    """.formatted(PROFILE)),
                new Snippet("boto3", """
                    import boto3

                    s3 = boto3.Session(profile_name="%1$s").client("s3")
                    print([bucket["Name"] for bucket in s3.list_buckets()["Buckets"]])
                    """.formatted(PROFILE)),
                new Snippet("java", """
                    // AWS SDK for Java 2; the profile brings keys and region
                    S3Client s3 = S3Client.builder()
                            .credentialsProvider(ProfileCredentialsProvider.create("%1$s"))
                            .region(Region.of("%2$s"))
                            .endpointOverride(URI.create("%3$s"))
                            .forcePathStyle(true)
                            .build();
                    """.formatted(PROFILE, StoreDesk.REGION, address)));
    }
}
