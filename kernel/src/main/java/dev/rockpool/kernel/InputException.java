package dev.rockpool.kernel;

import org.jspecify.annotations.Nullable;

/// The user's input cannot be used. The command line answers it with exit code 2.
///
/// The sentence names the place (file and line, or field), the bad value ([Quote]) and the bound or the fix.
public final class InputException extends RockpoolException {
    public InputException(String code, String sentence) {
        this(code, sentence, null);
    }

    public InputException(String code, String sentence, @Nullable Throwable cause) {
        super(code, sentence, cause);
    }
}
