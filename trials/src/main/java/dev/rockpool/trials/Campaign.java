package dev.rockpool.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Whether a campaign runs whole, and the book of what it counted.
public final class Campaign {
    private static final int FACTOR = 20;

    private Campaign() {}

    /// Whether campaigns run whole, as with `mvn -Pcampaign verify`, and not as their samples.
    public static boolean isWhole() {
        return "full".equals(System.getProperty("rockpool.campaign"));
    }

    /// One of the two numbers.
    public static int size(int sample, int whole) {
        return isWhole() ? whole : sample;
    }

    /// Runs `property` on `sample` seeds, on twenty times as many in the whole campaign.
    public static void run(int sample, Trials.Property property) {
        Trials.run(size(sample, FACTOR * sample), property);
    }

    /// Writes a line of the campaign's book, the file that the property `rockpool.campaign.book` names; without one,
    /// nothing is written.
    ///
    /// @param what   what was tried, such as `kill -9 of the store under mixed load`
    /// @param counts how often, and what held
    public static void tell(String what, String counts) {
        Optional<String> book = Optional.ofNullable(System.getProperty("rockpool.campaign.book"))
                .filter(name -> !name.isEmpty());
        if (book.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(book.get());
            Files.createDirectories(file.toAbsolutePath().getParent());
            String line = "| " + what + " | " + counts + " |\n";
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
