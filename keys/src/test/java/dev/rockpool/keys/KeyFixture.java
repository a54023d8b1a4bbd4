package dev.rockpool.keys;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.Principal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key service in a folder, with a clock that is set by hand, an account's root and users of it.
final class KeyFixture {
    static final Account ACCOUNT = new Account("111111111111", "c1", "One", "one@example.com");
    static final Account OTHER = new Account("222222222222", "c2", "Two", "two@example.com");

    final List<KeyEvent> events = new ArrayList<>();
    final KeyUse root = KeyUse.direct(Caller.root(ACCOUNT));
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    KeyService keys;
    private final Path folder;

    KeyFixture(Path folder) {
        this.folder = folder;
        this.keys = opened();
    }

    private KeyService opened() {
        return KeyService.open(folder, () -> now, new SecureRandom(), events::add);
    }

    /// The same keys, read from the disk again.
    KeyService reopen() {
        keys = opened();
        return keys;
    }

    void pass(Duration time) {
        now = now.plus(time);
        keys.settle();
    }

    KeyDescription made() {
        return keys.administration().createKey(root, "a key", Optional.empty(), false, Map.of());
    }

    static KeyUse user(Account account, String name, String... statements) {
        List<Policy> policies = statements.length == 0
                ? List.of()
                : List.of(PolicyJson.read(
                        "identity",
                        PolicyJson.Kind.IDENTITY,
                        "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}"));
        return KeyUse.direct(new Caller(
                new Principal.User(account.id(), "/", name),
                Optional.of(account),
                policies,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty()));
    }
}
