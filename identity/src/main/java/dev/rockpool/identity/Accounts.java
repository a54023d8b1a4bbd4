package dev.rockpool.identity;

import dev.rockpool.identity.AccessKey.Session;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// The accounts of a platform: who has which keys, roles and policies.
///
/// Accounts, users and roles stand; only the temporary credentials of sessions come and go. They live in
/// memory, at most [#MOST_SESSIONS] of them: a restart ends every session, as its end would. Safe for
/// several threads.
public final class Accounts {
    /// How many sessions there are at most; beyond, the oldest ends early.
    public static final int MOST_SESSIONS = 10_000;

    private final List<Account> all;
    private final List<AccessKey> longTerm;
    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Account> byId = new LinkedHashMap<>();
    private final Map<String, Account> byCanonicalId = new LinkedHashMap<>();
    private final Map<String, Account> byEmail = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Instant> sessions = new LinkedHashMap<>();
    private final RandomGenerator random;
    private final InstantSource wall;

    /// Accounts whose ids, canonical ids and keys are unique.
    Accounts(
            List<Account> all, List<AccessKey> longTerm, List<Role> roles, RandomGenerator random, InstantSource wall) {
        this.all = List.copyOf(all);
        this.longTerm = List.copyOf(longTerm);
        for (Account account : all) {
            byId.put(account.id(), account);
            byCanonicalId.put(account.canonicalId(), account);
            if (!account.email().isEmpty()) {
                byEmail.put(account.email().toLowerCase(Locale.ROOT), account);
            }
        }
        for (AccessKey key : longTerm) {
            keys.put(key.id(), key);
        }
        for (Role role : roles) {
            this.roles.put(role.arn(), role);
        }
        this.random = random;
        this.wall = wall;
    }

    /// The accounts of a file as `serve --accounts` takes it ([AccountsFile]).
    ///
    /// @param random makes the keys of sessions; of cryptographic strength outside tests
    /// @param wall ends sessions
    /// @throws dev.rockpool.kernel.InputException with code `accounts-file` if the file is at fault
    public static Accounts read(Path file, RandomGenerator random, InstantSource wall) {
        return AccountsFile.read(file, random, wall);
    }

    /// The accounts of a text as the file holds it.
    ///
    /// @param name what faults call it
    /// @throws dev.rockpool.kernel.InputException with code `accounts-file` if the text is at fault
    public static Accounts parse(String name, String json, RandomGenerator random, InstantSource wall) {
        return AccountsFile.parse(name, json, random, wall);
    }

    /// One account with a random key pair of its root user, kept in `folder` and made at the first call.
    ///
    /// @throws dev.rockpool.kernel.EnvironmentException with code `accounts-unwritable` if it cannot be
    /// kept
    public static Accounts generated(Path folder, RandomGenerator random, InstantSource wall) {
        return GeneratedAccount.open(folder, random, wall);
    }

    /// All accounts in the order of the file.
    public List<Account> all() {
        return all;
    }

    /// The first account.
    public Account first() {
        return all.getFirst();
    }

    /// The long-term keys in the order of the file, for `serve --show-credentials`.
    public List<AccessKey> accessKeys() {
        return longTerm;
    }

    /// The key with that id, long-term or of a session (which may be over: see
    /// [AccessKey.Session#expires()]).
    public Optional<AccessKey> accessKey(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// The account with these twelve digits.
    public Optional<Account> account(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The account that ACLs call so.
    public Optional<Account> byCanonicalId(String canonicalId) {
        return Optional.ofNullable(byCanonicalId.get(canonicalId));
    }

    /// The account with that e-mail address, whatever its case.
    public Optional<Account> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    /// The roles in the order of the file.
    public List<Role> roles() {
        return List.copyOf(roles.values());
    }

    /// The role with that ARN.
    public Optional<Role> role(String arn) {
        return Optional.ofNullable(roles.get(arn));
    }

    /// Temporary credentials of a session of `role`. Whether the caller may assume it is the caller's to
    /// ask.
    ///
    /// @param session the session's name
    /// @param policies session policies; none means no further limit
    /// @param tags session tags
    /// @param duration how long, from now
    public AccessKey assume(
            Role role, String session, Optional<List<Policy>> policies, Map<String, String> tags, Duration duration) {
        Account account = role.account();
        String id = "ASIA" + Randomness.text(random, Randomness.UPPER, 16);
        Instant now = wall.instant();
        Caller caller = new Caller(
                new Principal.RoleSession(account.id(), Optional.of(role.path()), role.name(), session),
                Optional.of(account),
                role.policies(),
                role.boundary(),
                policies,
                tags,
                Optional.of(id),
                Optional.of(now));
        AccessKey key = new AccessKey(
                id,
                Randomness.text(random, Randomness.SECRET, 40),
                caller,
                Optional.of(new Session(Randomness.text(random, Randomness.SECRET, 200), now.plus(duration))));
        keep(key, now);
        return key;
    }

    private synchronized void keep(AccessKey key, Instant now) {
        List<String> over = new ArrayList<>();
        Iterator<Map.Entry<String, Instant>> oldest = sessions.entrySet().iterator();
        int most = sessions.size();
        while (oldest.hasNext()) {
            Map.Entry<String, Instant> each = oldest.next();
            // a day of grace, in which requests are told that their token expired
            if (each.getValue().plus(Duration.ofDays(1)).isBefore(now) || most >= MOST_SESSIONS) {
                over.add(each.getKey());
                oldest.remove();
                most--;
            } else {
                break;
            }
        }
        over.forEach(keys::remove);
        sessions.put(key.id(), key.session().orElseThrow().expires());
        keys.put(key.id(), key);
    }
}
