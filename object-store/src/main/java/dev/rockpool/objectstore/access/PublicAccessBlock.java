package dev.rockpool.objectstore.access;

/// What a bucket takes back of access for everybody (S3 user guide, *Blocking public access*).
///
/// Stored as text: the API names of the settings that are on, separated by commas.
///
/// @param blockPublicAcls refuses to set ACLs that are public
/// @param ignorePublicAcls ignores public grants of ACLs
/// @param blockPublicPolicy refuses to set policies that are public
/// @param restrictPublicBuckets leaves a public policy to the owner's account and to services
public record PublicAccessBlock(
        boolean blockPublicAcls, boolean ignorePublicAcls, boolean blockPublicPolicy, boolean restrictPublicBuckets) {
    /// All of it: what new buckets have since April 2023.
    public static final PublicAccessBlock ALL = new PublicAccessBlock(true, true, true, true);

    /// None of it.
    public static final PublicAccessBlock NONE = new PublicAccessBlock(false, false, false, false);

    /// The block as it is stored.
    public String text() {
        return (blockPublicAcls ? "BlockPublicAcls," : "")
                + (ignorePublicAcls ? "IgnorePublicAcls," : "")
                + (blockPublicPolicy ? "BlockPublicPolicy," : "")
                + (restrictPublicBuckets ? "RestrictPublicBuckets," : "");
    }

    /// The block of a text as [#text] writes it.
    public static PublicAccessBlock parse(String text) {
        return new PublicAccessBlock(
                text.contains("BlockPublicAcls,"),
                text.contains("IgnorePublicAcls,"),
                text.contains("BlockPublicPolicy,"),
                text.contains("RestrictPublicBuckets,"));
    }
}
