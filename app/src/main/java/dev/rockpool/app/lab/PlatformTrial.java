package dev.rockpool.app.lab;

import dev.rockpool.platform.Platform;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// Does for real on the running platform what a scenario describes, and holds the answer against the
/// model's. It leaves nothing behind there.
///
/// @param <S> the scenario
@FunctionalInterface
public interface PlatformTrial<S> {
    /// Tries a scenario; in the background.
    ///
    /// @param platform that is open
    /// @param objects where its object store answers
    /// @param now wall time
    Answer ask(Platform platform, URI objects, Instant now, S scenario);

    /// What came of it.
    ///
    /// @param standing whether both agree
    /// @param textKey the key of the sentence that tells it
    /// @param arguments of the sentence
    record Answer(Standing standing, String textKey, List<String> arguments) {
        public Answer {
            arguments = List.copyOf(arguments);
        }

        public Answer(Standing standing, String textKey, String... arguments) {
            this(standing, textKey, List.of(arguments));
        }
    }

    /// How the platform's answer stands to the model's.
    enum Standing {
        AGREES,
        DIFFERS,
        /// There is nothing to ask the platform.
        NOT_ASKED
    }
}
