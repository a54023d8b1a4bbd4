package dev.rockpool.app.desktop;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// What the composition root decides for the desktop application.
///
/// @param directory where the data lives
/// @param clock wall time
/// @param zone the user's time zone
/// @param seed of everything random that a user may see
/// @param secrets unguessable numbers, for the token of the running instance
/// @param locale the user's language
public record DesktopOptions(
        DataDirectory directory, InstantSource clock, ZoneId zone, Seed seed, RandomGenerator secrets, Locale locale) {}
