package dev.rockpool.identity;

import dev.rockpool.identity.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The accounts of a platform: who has which keys, roles and policies.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"}) // bodies follow
public final class Accounts {
    private Accounts() {}

    /// The accounts of a file as `serve --accounts` takes it.
    ///
    /// @param random makes the keys of sessions; of cryptographic strength outside tests
    /// @param wall ends sessions
    public static Accounts read(Path file, RandomGenerator random, InstantSource wall) {
        throw new UnsupportedOperationException(file + " " + random + wall);
    }

    /// One account with a random key pair of its root user, kept in `folder` and made at the first call.
    public static Accounts generated(Path folder, RandomGenerator random, InstantSource wall) {
        throw new UnsupportedOperationException(folder + " " + random + wall);
    }

    /// All accounts in the order of the file.
    public List<Account> all() {
        return List.of();
    }

    /// The first account.
    public Account first() {
        return all().getFirst();
    }

    /// The long-term keys in the order of the file, for `serve --show-credentials`.
    public List<AccessKey> accessKeys() {
        return List.of();
    }

    /// The key with that id, long-term or of a session (which may be over: see [AccessKey.Session#expires()]).
    public Optional<AccessKey> accessKey(String id) {
        return Optional.<AccessKey>empty().filter(key -> key.id().equals(id));
    }

    /// The account with these twelve digits.
    public Optional<Account> account(String id) {
        return all().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /// The account that ACLs call so.
    public Optional<Account> byCanonicalId(String canonicalId) {
        return all().stream()
                .filter(account -> account.canonicalId().equals(canonicalId))
                .findFirst();
    }

    /// The account with that e-mail address, whatever its case.
    public Optional<Account> byEmail(String email) {
        return all().stream()
                .filter(account -> account.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /// The role with that ARN.
    public Optional<Role> role(String arn) {
        return Optional.<Role>empty().filter(role -> role.arn().equals(arn));
    }

    /// Temporary credentials of a session of `role`. Whether the caller may assume it is the caller's to ask.
    ///
    /// @param session the session's name
    /// @param policies session policies; none means no further limit
    /// @param tags session tags
    /// @param duration how long, from now
    public AccessKey assume(
            Role role, String session, Optional<List<Policy>> policies, Map<String, String> tags, Duration duration) {
        throw new UnsupportedOperationException(role + session + policies + tags + duration);
    }
}
