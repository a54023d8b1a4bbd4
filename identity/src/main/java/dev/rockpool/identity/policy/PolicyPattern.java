package dev.rockpool.identity.policy;

/// Patterns of policies: `*` stands for any characters or none, `?` for one.
public final class PolicyPattern {
    private PolicyPattern() {}

    /// Whether the whole of `text` fits `pattern`, with regard to case. Takes time proportional to the
    /// product of both lengths at worst.
    public static boolean matches(String pattern, String text) {
        return PolicyText.resolve(pattern, PolicyVersion.V2008, RequestContext.EMPTY)
                .filter(each -> each.matches(text))
                .isPresent();
    }
}
