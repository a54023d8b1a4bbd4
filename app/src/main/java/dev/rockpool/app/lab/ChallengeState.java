package dev.rockpool.app.lab;

import dev.rockpool.simulators.Challenge;
import java.util.Optional;

/// A challenge and how the learner stands with it.
///
/// @param passed whether it was ever done
/// @param active whether it is being worked at
/// @param missing what the configuration still lacks, once it was checked
record ChallengeState<S, R>(Challenge<S, R> challenge, boolean passed, boolean active, Optional<String> missing) {}
