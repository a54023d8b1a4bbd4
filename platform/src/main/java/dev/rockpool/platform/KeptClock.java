package dev.rockpool.platform;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform's clock and the file that remembers it, so that time never goes back, through `kill -9`
/// either: the file always names a time that the clock has not reached yet, and a platform that was killed
/// goes on from there.
final class KeptClock {
    /// How much wall time the file is ahead; who keeps the clock renews it more often.
    static final Duration AHEAD = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final PlatformClock clock;
    private Instant reserved;

    private KeptClock(Path file, PlatformClock clock) {
        this.file = file;
        this.clock = clock;
        this.reserved = Instant.MIN;
    }

    /// What the file says.
    ///
    /// @param at when to go on
    private record Kept(boolean isReal, Instant at, long speed) {}

    /// The clock of a platform.
    ///
    /// @throws InputException with code `platform-clock` if a platform of one kind of clock is to go by the
    ///     other
    static KeptClock open(Path file, ClockSetting setting, InstantSource wall) {
        Optional<Kept> before = read(file);
        KeptClock kept = new KeptClock(file, clock(setting, before, wall));
        kept.keep();
        return kept;
    }

    private static PlatformClock clock(ClockSetting setting, Optional<Kept> before, InstantSource wall) {
        return switch (setting) {
            case ClockSetting.Kept _ ->
                before.filter(kept -> !kept.isReal())
                        .map(kept -> PlatformClock.running(wall, kept.at(), kept.speed()))
                        .orElseGet(() -> PlatformClock.real(wall));
            case ClockSetting.Real _ -> {
                before.filter(kept -> !kept.isReal()).ifPresent(kept -> {
                    throw new InputException(
                            "platform-clock",
                            "This platform has a clock of its own, at " + kept.at()
                                    + "; leave --clock out to go on with it, or name another folder with --data.");
                });
                yield PlatformClock.real(wall);
            }
            case ClockSetting.Virtual(Instant start, long speed) -> {
                before.filter(Kept::isReal).ifPresent(_ -> {
                    throw new InputException(
                            "platform-clock",
                            "This platform goes by the real clock, and its time is never moved: leave --clock out, name"
                                    + " another folder with --data, or make a branch and move the time there.");
                });
                Instant from = before.map(Kept::at).filter(start::isBefore).orElse(start);
                yield PlatformClock.running(wall, from, speed);
            }
        };
    }

    /// Writes down a clock of its own for a platform that is opened later.
    static void write(Path file, Instant at, long speed) {
        write(file, false, at, speed);
    }

    PlatformClock clock() {
        return clock;
    }

    /// Renews the file's lead where it is needed; call it more often than [#AHEAD].
    synchronized void keep() {
        Instant lead = clock.isReal() ? Instant.EPOCH : clock.instant().plus(AHEAD.multipliedBy(clock.speed()));
        Duration half = AHEAD.dividedBy(2).multipliedBy(clock.speed());
        if (reserved.equals(Instant.MIN) || lead.isAfter(reserved.plus(half))) {
            write(lead);
        }
    }

    /// Notes the exact time; the clock is to be read no more.
    synchronized void close() {
        write(clock.isReal() ? Instant.EPOCH : clock.instant());
    }

    private void write(Instant at) {
        write(file, clock.isReal(), at, clock.speed());
        reserved = at;
    }

    private static void write(Path file, boolean isReal, Instant at, long speed) {
        String text = JSON.writeValueAsString(JSON.createObjectNode()
                .put("kind", isReal ? "real" : "virtual")
                .put("at", at.toString())
                .put("speed", speed));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "platform-folder", "The clock cannot be kept in " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static Optional<Kept> read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new Kept(
                    node.path("kind").asString("").equals("real"),
                    Instant.parse(node.path("at").asString("")),
                    node.path("speed").asLong(0)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | JacksonException | DateTimeException failure) {
            throw new EnvironmentException(
                    "platform-folder", "The clock in " + file + " cannot be read; put back a copy of it.", failure);
        }
    }
}
