package dev.rockpool.kernel;

import org.jspecify.annotations.Nullable;

/// The machine refused: disk full, port taken, another process holds the data. The command line answers it with exit
/// code 3.
public final class EnvironmentException extends RockpoolException {
    public EnvironmentException(String code, String sentence) {
        this(code, sentence, null);
    }

    public EnvironmentException(String code, String sentence, @Nullable Throwable cause) {
        super(code, sentence, cause);
    }
}
