package dev.rockpool.app.preference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Learning steps as people write them: `1m 10m`, `30s 1h 1d`.
public final class LearningSteps {
    private static final Pattern STEP = Pattern.compile("(\\d{1,5})([smhd])");
    private static final int MOST = 10;

    private LearningSteps() {}

    /// The steps in their shortest notation.
    public static String write(List<Duration> steps) {
        return steps.stream().map(LearningSteps::write).collect(Collectors.joining(" "));
    }

    /// The steps, if every one is a number above 0 with s, m, h or d, each step is at least as long as the one before,
    /// and there are at most 10. A blank text is no steps.
    public static Optional<List<Duration>> read(String text) {
        List<Duration> steps = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).trim().split("[\\s,]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            Matcher step = STEP.matcher(word);
            if (!step.matches()) {
                return Optional.empty();
            }
            Duration length = length(Long.parseLong(step.group(1)), step.group(2));
            boolean shorter = !steps.isEmpty() && length.compareTo(steps.getLast()) < 0;
            if (length.isZero() || shorter || length.compareTo(Duration.ofDays(365)) > 0) {
                return Optional.empty();
            }
            steps.add(length);
        }
        return steps.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(steps));
    }

    private static Duration length(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String write(Duration step) {
        long seconds = step.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
