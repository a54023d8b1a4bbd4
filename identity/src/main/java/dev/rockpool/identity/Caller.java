package dev.rockpool.identity;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who makes a request, with all that is attached to them.
///
/// @param principal who it is
/// @param account theirs; empty for anonymous callers
/// @param identity their policies (of a session: of the role)
/// @param boundary their permissions boundary, if they have one
/// @param session the policies given when the session was made, if any
/// @param tags principal and session tags, `aws:PrincipalTag/…`
/// @param accessKeyId the key that signed; empty for anonymous callers
/// @param tokenIssued when the session was made; empty for long-term keys
public record Caller(
        Principal principal,
        Optional<Account> account,
        List<Policy> identity,
        Optional<List<Policy>> boundary,
        Optional<List<Policy>> session,
        Map<String, String> tags,
        Optional<String> accessKeyId,
        Optional<Instant> tokenIssued) {
    /// Nobody in particular.
    public static final Caller ANONYMOUS = new Caller(
            new Principal.Anonymous(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public Caller {
        identity = List.copyOf(identity);
        boundary = boundary.map(List::copyOf);
        session = session.map(List::copyOf);
        tags = Map.copyOf(tags);
    }

    /// The root user of an account, who needs no policies.
    public static Caller root(Account account) {
        return new Caller(
                new Principal.Root(account.id()),
                Optional.of(account),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether the request was not signed.
    public boolean isAnonymous() {
        return principal instanceof Principal.Anonymous;
    }

    /// The ARN of the principal, `*` if anonymous.
    public String arn() {
        return principal.arn();
    }

    /// The id of the caller's account, if there is one.
    public Optional<String> accountId() {
        return principal.accountId();
    }
}
