package dev.rockpool.simulators.encryption;

/// A month of calls to S3 and, on behalf of those who ask, to KMS.
///
/// Without a bucket key S3 asks KMS for each upload and each download. With one it asks at least once for each
/// requester session, and again when the bucket key's time is over (S3 user guide, *Reducing the cost of SSE-KMS with
/// Amazon S3 Bucket Keys*); an object that was uploaded under another bucket key needs that one.
///
/// @param puts `PutObject`
/// @param gets `GetObject`
/// @param generated `GenerateDataKey`
/// @param decrypted `Decrypt`
public record EncryptionCalls(long puts, long gets, long generated, long decrypted) {
    /// How long a bucket key serves its session, minutes: that of our object store; the guide says "time-limited".
    static final long BUCKET_KEY_MINUTES = 5;

    /// The calls of a month of `scenario`.
    static EncryptionCalls of(EncryptionScenario scenario) {
        EncryptionMode mode = scenario.mode();
        if (!mode.usesKms()) {
            return new EncryptionCalls(scenario.uploads(), scenario.downloads(), 0, 0);
        }
        if (!mode.hasBucketKey()) {
            return new EncryptionCalls(
                    scenario.uploads(), scenario.downloads(), scenario.uploads(), scenario.downloads());
        }
        return new EncryptionCalls(
                scenario.uploads(),
                scenario.downloads(),
                overSessions(scenario, scenario.uploads(), 1),
                overSessions(scenario, scenario.downloads(), scenario.bucketKeys()));
    }

    /// Calls to KMS.
    public long kms() {
        return generated + decrypted;
    }

    /// `requests` shared by the sessions, and in each by `keys` bucket keys; shares differ by one at most.
    private static long overSessions(EncryptionScenario scenario, long requests, long keys) {
        long sessions = scenario.requesters();
        long each = requests / sessions;
        long more = requests % sessions;
        return (sessions - more) * ofSession(each, keys, scenario.activeMinutes())
                + more * ofSession(each + 1, keys, scenario.activeMinutes());
    }

    private static long ofSession(long requests, long keys, long activeMinutes) {
        long each = requests / keys;
        long more = requests % keys;
        return (keys - more) * ofKey(each, activeMinutes) + more * ofKey(each + 1, activeMinutes);
    }

    /// How often a bucket key is asked for by `requests` requests, one every `activeMinutes / requests` minutes: the
    /// one that asks, and those before the key's time is over, share an answer.
    private static long ofKey(long requests, long activeMinutes) {
        if (requests == 0) {
            return 0;
        }
        long served = Math.min(requests, Math.ceilDiv(requests * BUCKET_KEY_MINUTES, activeMinutes));
        return Math.ceilDiv(requests, served);
    }
}
