package dev.rockpool.simulators.encryption;

/// An object, who wants to read it, and a month of traffic to objects like it.
///
/// @param mode how the objects are encrypted
/// @param threat what goes wrong
/// @param uploads a month, 0 to 10¹²
/// @param downloads a month, 0 to 10¹²
/// @param requesters sessions that share the traffic evenly, 1 to 10¹⁰; S3 takes other roles, accounts or session
///     policies for others
/// @param activeMinutes for how long a session works in a month, its requests evenly spread, 1 to 43,800
/// @param bucketKeys under how many bucket keys the downloaded objects were uploaded, 1 to 10⁶
/// @param objectBytes the size of each object, 1 B to 48.8 TiB; DSSE-KMS is charged by it
/// @param region where the bucket is
/// @param keyState of a customer managed key of KMS
public record EncryptionScenario(
        EncryptionMode mode,
        Threat threat,
        long uploads,
        long downloads,
        long requesters,
        long activeMinutes,
        long bucketKeys,
        long objectBytes,
        String region,
        KeyState keyState) {
    public EncryptionScenario withMode(EncryptionMode other) {
        return new EncryptionScenario(
                other,
                threat,
                uploads,
                downloads,
                requesters,
                activeMinutes,
                bucketKeys,
                objectBytes,
                region,
                keyState);
    }

    public EncryptionScenario withThreat(Threat other) {
        return new EncryptionScenario(
                mode, other, uploads, downloads, requesters, activeMinutes, bucketKeys, objectBytes, region, keyState);
    }

    public EncryptionScenario withUploads(long other) {
        return new EncryptionScenario(
                mode, threat, other, downloads, requesters, activeMinutes, bucketKeys, objectBytes, region, keyState);
    }

    public EncryptionScenario withDownloads(long other) {
        return new EncryptionScenario(
                mode, threat, uploads, other, requesters, activeMinutes, bucketKeys, objectBytes, region, keyState);
    }

    public EncryptionScenario withRequesters(long other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, other, activeMinutes, bucketKeys, objectBytes, region, keyState);
    }

    public EncryptionScenario withActiveMinutes(long other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, requesters, other, bucketKeys, objectBytes, region, keyState);
    }

    public EncryptionScenario withBucketKeys(long other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, requesters, activeMinutes, other, objectBytes, region, keyState);
    }

    public EncryptionScenario withObjectBytes(long other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, requesters, activeMinutes, bucketKeys, other, region, keyState);
    }

    public EncryptionScenario withRegion(String other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, requesters, activeMinutes, bucketKeys, objectBytes, other, keyState);
    }

    public EncryptionScenario withKeyState(KeyState other) {
        return new EncryptionScenario(
                mode, threat, uploads, downloads, requesters, activeMinutes, bucketKeys, objectBytes, region, other);
    }
}
