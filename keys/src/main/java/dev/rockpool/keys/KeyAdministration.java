package dev.rockpool.keys;

import dev.rockpool.identity.policy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Makes keys and changes them, their policies, tags and names.
///
/// Every method needs the caller's leave for the operation of the same name in the API and throws [KeyRefusal] without
/// it, or if the key is not there.
public final class KeyAdministration {
    /// The bounds of a waiting period before deletion, in days; 30 where none is named.
    public static final int LEAST_WAITING_DAYS = 7;

    public static final int MOST_WAITING_DAYS = 30;

    private static final int MOST_KEYS = 100_000;
    private static final int MOST_TAGS = 50;
    private static final int MOST_ALIASES_A_KEY = 50;
    private static final int MOST_ROTATIONS_ON_DEMAND = 25;

    private final KeyService keys;

    KeyAdministration(KeyService keys) {
        this.keys = keys;
    }

    /// One piece of material of a key.
    ///
    /// @param since when it began to wrap
    /// @param automatic whether it came because it was due
    public record RotationEntry(Instant since, boolean automatic) {}

    /// A name of a key.
    ///
    /// @param name begins with `alias/`
    /// @param arn its ARN
    /// @param key the key that it names
    public record AliasEntry(String name, String arn, UUID key) {}

    /// Makes a key.
    ///
    /// @param policy its key policy; the standard one if empty
    /// @param withoutLockoutCheck whether the caller accepts to lose the key to its own policy
    public KeyDescription createKey(
            KeyUse use,
            String description,
            Optional<String> policy,
            boolean withoutLockoutCheck,
            Map<String, String> tags) {
        KeyAccess.require(use, "kms:CreateKey");
        String account = account(use);
        KeyPolicy read = policy.map(KeyPolicy::of).orElseGet(() -> KeyPolicy.standard(account));
        StoredKey made = keys.made(account, description, Optional.empty(), read, checked(tags));
        if (!withoutLockoutCheck) {
            requireNoLockout(use, made);
        }
        keys.change(ring -> {
            if (ring.keys().size() >= MOST_KEYS) {
                throw new KeyRefusal(KeyRefusal.Code.LIMIT_EXCEEDED, "There are " + MOST_KEYS + " keys already");
            }
            return ring.with(made);
        });
        keys.tell(new KeyEvent.Created(made.created(), made.id(), Optional.empty()));
        return made.described();
    }

    /// The keys of the caller's account, by id.
    public List<KeyDescription> listKeys(KeyUse use) {
        keys.settle();
        KeyAccess.require(use, "kms:ListKeys");
        String account = account(use);
        return keys.ring().keys().values().stream()
                .filter(key -> key.account().equals(account))
                .map(StoredKey::described)
                .sorted(Comparator.comparing(KeyDescription::id))
                .toList();
    }

    /// The names that the caller's account has given, by name.
    ///
    /// @param key only those of this key
    public List<AliasEntry> listAliases(KeyUse use, Optional<String> key) {
        KeyAccess.require(use, "kms:ListAliases");
        String account = account(use);
        Optional<StoredKey> only = key.map(reference -> keys.resolve(use, reference));
        return keys.ring().aliases().entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .filter(entry ->
                        only.map(found -> found.id().equals(entry.getValue())).orElse(true))
                .map(entry -> new AliasEntry(entry.getKey().name(), arn(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(AliasEntry::name))
                .toList();
    }

    /// Gives a key a name that no other of the account has.
    public void createAlias(KeyUse use, String alias, String key) {
        StoredKey target = keys.allowed(use, key, "CreateAlias");
        KeyRing.Alias name = named(use, alias);
        keys.change(ring -> {
            if (ring.aliases().containsKey(name)) {
                throw new KeyRefusal(
                        KeyRefusal.Code.ALREADY_EXISTS, "An alias with the name " + arn(name) + " already exists");
            }
            requireRoomForAlias(ring, target);
            return ring.with(name, target.id());
        });
    }

    /// Lets a name mean another key.
    public void updateAlias(KeyUse use, String alias, String key) {
        StoredKey target = keys.allowed(use, key, "UpdateAlias");
        KeyRing.Alias name = named(use, alias);
        requireNamed(name);
        keys.change(ring -> {
            requireRoomForAlias(ring, target);
            return ring.with(name, target.id());
        });
    }

    /// Takes a name away.
    public void deleteAlias(KeyUse use, String alias) {
        KeyRing.Alias name = named(use, alias);
        requireNamed(name);
        keys.allowed(use, alias, "DeleteAlias");
        keys.change(ring -> ring.without(name));
    }

    /// Lets a disabled key be used again.
    public void enable(KeyUse use, String key) {
        change(use, key, "EnableKey", KeyState.ENABLED);
    }

    /// Lets a key not be used until it is enabled again.
    public void disable(KeyUse use, String key) {
        change(use, key, "DisableKey", KeyState.DISABLED);
    }

    private void change(KeyUse use, String key, String operation, KeyState to) {
        StoredKey found = owned(use, key, operation);
        if (found.state() == KeyState.PENDING_DELETION) {
            KeyService.requireEnabled(found);
        }
        update(found, now -> now.with(to, Optional.empty()));
        keys.tell(new KeyEvent.StateChanged(keys.now(), found.id(), to, Optional.empty()));
        keys.settle();
    }

    /// Lets a key's material go after a waiting period, in which it cannot be used.
    ///
    /// @param days 7 to 30
    /// @return when it goes
    public Instant scheduleDeletion(KeyUse use, String key, int days) {
        if (days < LEAST_WAITING_DAYS || days > MOST_WAITING_DAYS) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "PendingWindowInDays is " + days + "; it is " + LEAST_WAITING_DAYS + " to " + MOST_WAITING_DAYS);
        }
        StoredKey found = owned(use, key, "ScheduleKeyDeletion");
        if (found.state() == KeyState.PENDING_DELETION) {
            KeyService.requireEnabled(found);
        }
        Instant at = keys.now().plus(Duration.ofDays(days));
        update(found, now -> now.with(KeyState.PENDING_DELETION, Optional.of(at)));
        keys.tell(new KeyEvent.StateChanged(keys.now(), found.id(), KeyState.PENDING_DELETION, Optional.of(at)));
        return at;
    }

    /// Saves a key from its deletion; it is disabled then.
    public KeyDescription cancelDeletion(KeyUse use, String key) {
        StoredKey found = owned(use, key, "CancelKeyDeletion");
        if (found.state() != KeyState.PENDING_DELETION) {
            throw new KeyRefusal(KeyRefusal.Code.INVALID_STATE, found.arn() + " is not pending deletion.");
        }
        update(found, now -> now.with(KeyState.DISABLED, Optional.empty()));
        keys.tell(new KeyEvent.StateChanged(keys.now(), found.id(), KeyState.DISABLED, Optional.empty()));
        return keys.ring().key(found.id()).orElse(found).described();
    }

    /// Lets the caller ask for random bytes.
    public void requireRandom(KeyUse use) {
        KeyAccess.require(use, "kms:GenerateRandom");
    }

    /// The key policy as it was put.
    public String policy(KeyUse use, String key) {
        return keys.allowed(use, key, "GetKeyPolicy").policy().json();
    }

    /// Lets the caller list the policies of a key, of which there is one, `default`.
    public void requirePolicyList(KeyUse use, String key) {
        keys.allowed(use, key, "ListKeyPolicies");
    }

    /// Replaces the key policy.
    ///
    /// @param withoutLockoutCheck whether the caller accepts to lose the key to its own policy
    public void putPolicy(KeyUse use, String key, String policy, boolean withoutLockoutCheck) {
        StoredKey found = owned(use, key, "PutKeyPolicy");
        KeyPolicy read = KeyPolicy.of(policy);
        if (!withoutLockoutCheck) {
            requireNoLockout(use, found.withPolicy(read));
        }
        update(found, now -> now.withPolicy(read));
    }

    /// Replaces the description.
    public void describe(KeyUse use, String key, String description) {
        StoredKey found = owned(use, key, "UpdateKeyDescription");
        update(found, now -> now.withDescription(description));
    }

    /// Adds tags, and replaces those of equal names.
    public void tag(KeyUse use, String key, Map<String, String> tags) {
        StoredKey found = owned(use, key, "TagResource");
        update(found, now -> {
            Map<String, String> all = new TreeMap<>(now.tags());
            all.putAll(tags);
            return now.withTags(checked(all));
        });
    }

    /// Takes tags away; those that are not there are as good as taken.
    public void untag(KeyUse use, String key, Set<String> names) {
        StoredKey found = owned(use, key, "UntagResource");
        update(found, now -> {
            Map<String, String> left = new TreeMap<>(now.tags());
            left.keySet().removeAll(names);
            return now.withTags(left);
        });
    }

    /// The tags of a key.
    public Map<String, String> tags(KeyUse use, String key) {
        return keys.allowed(use, key, "ListResourceTags").tags();
    }

    /// Lets a key rotate by itself.
    ///
    /// @param days 90 to 2,560
    public void enableRotation(KeyUse use, String key, int days) {
        if (days < KeyRotation.LEAST_PERIOD_DAYS || days > KeyRotation.MOST_PERIOD_DAYS) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "RotationPeriodInDays is " + days + "; it is " + KeyRotation.LEAST_PERIOD_DAYS + " to "
                            + KeyRotation.MOST_PERIOD_DAYS);
        }
        StoredKey found = owned(use, key, "EnableKeyRotation");
        KeyService.requireEnabled(found);
        update(found, now -> now.withRotation(Optional.of(KeyTimetable.rotation(days, keys.now()))));
    }

    /// Lets a key rotate no more by itself.
    public void disableRotation(KeyUse use, String key) {
        StoredKey found = owned(use, key, "DisableKeyRotation");
        KeyService.requireEnabled(found);
        update(found, now -> now.withRotation(Optional.empty()));
    }

    /// How a key rotates.
    public Optional<KeyRotation> rotation(KeyUse use, String key) {
        return keys.allowed(use, key, "GetKeyRotationStatus").rotation();
    }

    /// Gives a key new material now.
    public KeyDescription rotate(KeyUse use, String key) {
        StoredKey found = owned(use, key, "RotateKeyOnDemand");
        KeyService.requireEnabled(found);
        long onDemand = found.materials().stream()
                .skip(1)
                .filter(material -> !material.automatic())
                .count();
        if (onDemand >= MOST_ROTATIONS_ON_DEMAND) {
            throw new KeyRefusal(
                    KeyRefusal.Code.LIMIT_EXCEEDED,
                    "The key was rotated on demand " + MOST_ROTATIONS_ON_DEMAND + " times already");
        }
        Instant now = keys.now();
        update(found, key2 -> key2.rotated(keys.material(now, false)));
        keys.tell(new KeyEvent.Rotated(now, found.id(), false));
        return found.described();
    }

    /// When a key got new material, oldest first; the first material does not count.
    public List<RotationEntry> rotations(KeyUse use, String key) {
        return keys.allowed(use, key, "ListKeyRotations").materials().stream()
                .skip(1)
                .map(material -> new RotationEntry(material.since(), material.automatic()))
                .toList();
    }

    private void update(StoredKey found, UnaryOperator<StoredKey> step) {
        keys.change(ring -> ring.with(step.apply(ring.key(found.id())
                .orElseThrow(
                        () -> new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Key '" + found.arn() + "' does not exist")))));
    }

    /// A key that its account may change; managed keys belong to their service.
    private StoredKey owned(KeyUse use, String key, String operation) {
        StoredKey found = keys.allowed(use, key, operation);
        if (found.managedBy().isPresent()) {
            throw new KeyRefusal(
                    KeyRefusal.Code.ACCESS_DENIED,
                    found.arn() + " is the managed key of " + found.managedBy().get()
                            + ", which its account cannot change");
        }
        return found;
    }

    private static void requireNoLockout(KeyUse use, StoredKey key) {
        Decision decision = KeyAccess.decide(use, "kms:PutKeyPolicy", key, Map.of());
        if (!decision.allowed()) {
            throw new KeyRefusal(
                    KeyRefusal.Code.MALFORMED_POLICY,
                    "The new key policy will not allow you to update the key policy in the future.");
        }
    }

    private static void requireRoomForAlias(KeyRing ring, StoredKey key) {
        long names = ring.aliases().values().stream().filter(key.id()::equals).count();
        if (names >= MOST_ALIASES_A_KEY) {
            throw new KeyRefusal(
                    KeyRefusal.Code.LIMIT_EXCEEDED, "The key has " + MOST_ALIASES_A_KEY + " aliases already");
        }
    }

    private void requireNamed(KeyRing.Alias alias) {
        if (!keys.ring().aliases().containsKey(alias)) {
            throw new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Alias " + arn(alias) + " is not found.");
        }
    }

    private static KeyRing.Alias named(KeyUse use, String alias) {
        if (!KeyReference.ALIAS.matcher(alias).matches()) {
            throw new KeyRefusal(
                    KeyRefusal.Code.INVALID_ALIAS_NAME,
                    "An alias begins with alias/ and has letters, digits, /, _ and - after it");
        }
        if (alias.startsWith("alias/aws/")) {
            throw new KeyRefusal(KeyRefusal.Code.INVALID_ALIAS_NAME, "Aliases that begin with alias/aws/ are reserved");
        }
        return new KeyRing.Alias(account(use), alias);
    }

    private static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new KeyRefusal(KeyRefusal.Code.LIMIT_EXCEEDED, "A key has at most " + MOST_TAGS + " tags");
        }
        tags.forEach((name, value) -> {
            if (name.isEmpty() || name.length() > 128 || value.length() > 256 || name.startsWith("aws:")) {
                throw new KeyRefusal(
                        KeyRefusal.Code.TAG,
                        "A tag has a name of 1 to 128 characters, not beginning with aws:, and a value of at most 256");
            }
        });
        return tags;
    }

    private static String account(KeyUse use) {
        return use.caller()
                .accountId()
                .orElseThrow(() -> new KeyRefusal(KeyRefusal.Code.ACCESS_DENIED, "Anonymous callers have no keys"));
    }

    private static String arn(KeyRing.Alias alias) {
        return "arn:aws:kms:" + KeyService.REGION + ":" + alias.account() + ":" + alias.name();
    }
}
