package dev.rockpool.study.items;

import dev.rockpool.content.Source;
import dev.rockpool.content.Tolerance;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands beside a question: its id, tags and fields, as a deck takes them.
final class ExerciseFields {
    private static final Set<String> KNOWN = Set.of("Fixes", "Show", "Source", "Form", "Answer", "Tolerance", "Unit");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern SOURCE =
            Pattern.compile("(.*\\S)\\s*\\((primary|secondary|recalled)(?:,\\s*([0-9-]{4,10}))?\\)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");
    private static final int LONGEST_ID = 90;
    private static final int HASH_BYTES = 8;
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final List<Source> unknown;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> times = new HashMap<>();

    /// @param unknown the sources of a question that names none
    ExerciseFields(List<Source> unknown) {
        this.unknown = unknown;
    }

    /// The first of names that is an id and still free; otherwise one that follows from the question.
    String id(String given, String title, String stem) {
        for (String name : List.of(given, title)) {
            if (name.length() <= LONGEST_ID && ID.matcher(name).matches() && taken.add(name)) {
                return name;
            }
        }
        String base = "quiz-" + hash(given + "\0" + title + "\0" + stem);
        String id;
        do {
            int time =
                    times.merge(base, 1, Integer::sum); // one question twenty thousand times is read as soon as others
            id = time == 1 ? base : base + "-" + time;
        } while (!taken.add(id));
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Tags in the form that decks take.
    List<String> tags(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.replaceAll("[^\\p{L}\\p{N}:/_-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+|-+$", ""))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    List<String> fixes(GiftQuestion question) {
        return question.note("Fixes").map(ExerciseFields::words).orElse(List.of());
    }

    /// Words between blanks.
    static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String show(GiftQuestion question) {
        return question.note("Show").orElse("");
    }

    List<Source> sources(GiftQuestion question) {
        List<Source> sources = new ArrayList<>();
        for (String text : question.notes().getOrDefault("Source", List.of())) {
            source(text).ifPresent(sources::add);
        }
        return sources.isEmpty() ? unknown : sources;
    }

    /// A source as a deck writes it.
    static Optional<Source> source(String text) {
        Matcher form = SOURCE.matcher(text);
        return form.matches()
                ? Optional.of(new Source(
                        form.group(1),
                        Source.Kind.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                        form.group(3) == null ? "" : form.group(3)))
                : Optional.empty();
    }

    Map<String, String> others(GiftQuestion question) {
        Map<String, String> others = new LinkedHashMap<>();
        question.notes().forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                others.put(name, String.join("\n", values));
            }
        });
        return others;
    }

    Optional<BigDecimal> answer(GiftQuestion question) {
        return question.note("Answer").flatMap(ExerciseFields::decimal);
    }

    /// A number as a deck writes it.
    static Optional<BigDecimal> decimal(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    Optional<Tolerance> tolerance(GiftQuestion question) {
        return question.note("Tolerance").flatMap(ExerciseFields::tolerance);
    }

    /// A tolerance as a deck writes it: `0.05`, or `1%`.
    static Optional<Tolerance> tolerance(String text) {
        boolean relative = text.endsWith("%");
        String amount = relative ? text.substring(0, text.length() - 1).strip() : text;
        if (!NUMBER.matcher(amount).matches() || amount.startsWith("-")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(amount);
        return Optional.of(new Tolerance(relative ? number.multiply(PERCENT) : number, relative));
    }

    /// Words as HTML.
    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
