package dev.rockpool.kernel;

import org.jspecify.annotations.Nullable;

/// A failure that a person is told about: one sentence, and a code they can search for.
///
/// The message is the sentence: what is wrong, where, and what to do, without class names or stack traces.
public abstract sealed class RockpoolException extends RuntimeException permits InputException, EnvironmentException {
    private final String code;

    RockpoolException(String code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /// The searchable code, such as `deck-front-matter`: kebab-case, stable, documented in `docs/errors.md`.
    public String code() {
        return code;
    }

    /// The sentence a person reads.
    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
