package dev.rockpool.quiz.activity;

import dev.rockpool.content.Activity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a student did, in order. Immutable.
///
/// @param edition SHA-256 of the activity's text, as 64 hexadecimal digits
/// @param student the name that the student gave
/// @param acts in order
public record Journal(String edition, String student, List<Act> acts) {
    /// The most characters of a name.
    public static final int LONGEST_NAME = 80;

    /// The most acts.
    public static final int MOST_ACTS = 5_000;

    private static final String BEGINNING = "rockpool activity 1";

    public Journal {
        acts = List.copyOf(acts);
    }

    /// A journal that begins.
    ///
    /// @throws IllegalArgumentException if the name is empty or too long
    public static Journal begin(Activity activity, String student, Instant now) {
        String name = student.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "student has " + name.length() + " characters, it must have 1 to " + LONGEST_NAME);
        }
        return new Journal(edition(activity), name, List.of()).with(Act.Kind.BEGIN, "", "", now);
    }

    /// What tells editions of an activity apart.
    public static String edition(Activity activity) {
        return sha256(activity.text());
    }

    /// With one more act. A full journal stays as it is.
    public Journal with(Act.Kind kind, String item, String value, Instant now) {
        if (acts.size() >= MOST_ACTS) {
            return this;
        }
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        List<Act> more = new ArrayList<>(acts);
        more.add(new Act(at, kind, item, value, seal(acts.size(), at, kind, item, value)));
        return new Journal(edition, student, more);
    }

    /// The seal of an act at a place, which follows from all before it.
    private String seal(int place, Instant at, Act.Kind kind, String item, String value) {
        String before = place == 0
                ? sha256(BEGINNING + "\n" + edition + "\n" + student)
                : acts.get(place - 1).seal();
        return sha256(String.join("\n", before, String.valueOf(place), at.toString(), kind.word(), item, value));
    }

    /// The first act, from 1, whose seal does not follow from what stands before it; empty where all do.
    public OptionalInt broken() {
        for (int place = 0; place < acts.size(); place++) {
            Act act = acts.get(place);
            if (!act.seal().equals(seal(place, act.at(), act.kind(), act.item(), act.value()))) {
                return OptionalInt.of(place + 1);
            }
        }
        return OptionalInt.empty();
    }

    /// The last answer to each item, as a line of [dev.rockpool.quiz.Response].
    public Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        acts.stream().filter(act -> act.kind() == Act.Kind.ANSWER).forEach(act -> answers.put(act.item(), act.value()));
        return answers;
    }

    /// How many hints were opened for an item.
    public int hints(String item) {
        return (int) acts.stream()
                .filter(act -> act.kind() == Act.Kind.HINT && act.item().equals(item))
                .count();
    }

    /// Whether it was handed in.
    public boolean isHandedIn() {
        return !acts.isEmpty() && acts.getLast().kind() == Act.Kind.HAND_IN;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
