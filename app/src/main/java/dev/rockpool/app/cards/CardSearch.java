package dev.rockpool.app.cards;

import dev.rockpool.study.Flag;
import dev.rockpool.study.schedule.CardState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The grammar of a search for cards.
///
/// ```
/// search   = any { "or" any }          -- cards that fit one side
/// any      = term { term }             -- cards that fit every term
/// term     = [ "-" ] ( word | "a phrase" | field )
/// field    = topic:… | deck:… | tag:… | is:… | flag:… | due:DAYS | due<DAYS …
///          | recall<80 | stability>30 | difficulty>=7 | lapses>3
/// is       = new | learning | review | relearning | due | suspended | buried | leech
/// ```
///
/// A word that no field begins is looked for in question, answer and id, whatever its case. A field with a value that
/// it cannot have is told, and the search finds nothing until it is mended.
final class CardSearch {
    private static final Pattern TOKEN = Pattern.compile("-?[\\w.]*[:<>=]*\"[^\"]*\"?|\\S+");
    private static final Pattern COMPARISON =
            Pattern.compile("(recall|stability|difficulty|lapses|due)(<=|>=|<|>|=|:)(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern FIELD = Pattern.compile(
            "(topic|deck|tag|is|flag|recall|stability|difficulty|lapses|due)" + "(:|<=|>=|<|>|=)(.*)", Pattern.DOTALL);
    private static final double PERCENT = 100;

    private final Predicate<CardEntry> fits;
    private final Optional<Problem> problem;

    private CardSearch(Predicate<CardEntry> fits, Optional<Problem> problem) {
        this.fits = fits;
        this.problem = problem;
    }

    /// What is wrong with a field.
    ///
    /// @param field such as `is`
    /// @param value what it was given
    /// @param allowed what it can be; empty where it is a number
    record Problem(String field, String value, List<String> allowed) {
        Problem {
            allowed = List.copyOf(allowed);
        }
    }

    /// The states that `is:` names.
    enum Is {
        NEW,
        LEARNING,
        REVIEW,
        RELEARNING,
        DUE,
        SUSPENDED,
        BURIED,
        LEECH;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Days are study days, which turn at the learner's hour.
    ///
    /// @param now for steps, which are due by the minute
    /// @param today the present study day
    /// @param dayOf the study day of an instant
    record Now(Instant now, LocalDate today, Function<Instant, LocalDate> dayOf) {}

    /// Reads a search.
    static CardSearch of(String search, Now now) {
        List<Predicate<CardEntry>> sides = new ArrayList<>();
        List<Predicate<CardEntry>> terms = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(search.strip());
        while (tokens.find()) {
            String token = tokens.group();
            if (token.equalsIgnoreCase("or") && !terms.isEmpty()) {
                sides.add(all(terms));
                terms = new ArrayList<>();
                continue;
            }
            boolean not = token.length() > 1 && token.startsWith("-");
            Predicate<CardEntry> term = term(not ? token.substring(1) : token, now, problems);
            terms.add(not ? term.negate() : term);
        }
        if (!terms.isEmpty() || sides.isEmpty()) {
            sides.add(all(terms));
        }
        if (!problems.isEmpty()) {
            return new CardSearch(_ -> false, Optional.of(problems.getFirst()));
        }
        List<Predicate<CardEntry>> either = List.copyOf(sides);
        return new CardSearch(entry -> either.stream().anyMatch(side -> side.test(entry)), Optional.empty());
    }

    /// Whether a card is found.
    boolean fits(CardEntry entry) {
        return fits.test(entry);
    }

    /// Why nothing is found, if a field is at fault.
    Optional<Problem> problem() {
        return problem;
    }

    private static Predicate<CardEntry> all(List<Predicate<CardEntry>> terms) {
        List<Predicate<CardEntry>> every = List.copyOf(terms);
        return entry -> every.stream().allMatch(term -> term.test(entry));
    }

    private static Predicate<CardEntry> term(String token, Now now, List<Problem> problems) {
        Matcher field = FIELD.matcher(token);
        if (!field.matches()) {
            String word = bare(token);
            return entry -> entry.text().contains(word);
        }
        String value = bare(field.group(3));
        return switch (field.group(1)) {
            case "topic" -> entry -> same(entry.topic(), value);
            case "deck" -> entry -> inDeck(entry.deck(), value);
            case "tag" -> entry -> entry.tags().stream().anyMatch(tag -> same(tag, value));
            case "is" -> is(value, now, problems);
            case "flag" -> flag(value, problems);
            default -> comparison(token, field.group(1), value, now, problems);
        };
    }

    private static String bare(String token) {
        return token.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    /// A star at the end stands for anything.
    private static boolean same(String text, String wanted) {
        String small = text.toLowerCase(Locale.ROOT);
        return wanted.endsWith("*") ? small.startsWith(wanted.substring(0, wanted.length() - 1)) : small.equals(wanted);
    }

    /// A deck holds its levels below.
    private static boolean inDeck(String deck, String wanted) {
        return same(deck, wanted) || deck.toLowerCase(Locale.ROOT).startsWith(wanted + "::");
    }

    private static Predicate<CardEntry> is(String value, Now now, List<Problem> problems) {
        Optional<Is> wanted = Arrays.stream(Is.values())
                .filter(each -> each.text().equals(value))
                .findFirst();
        if (wanted.isEmpty()) {
            problems.add(new Problem(
                    "is", value, Arrays.stream(Is.values()).map(Is::text).toList()));
            return _ -> false;
        }
        return switch (wanted.get()) {
            case NEW -> entry -> entry.state() instanceof CardState.New;
            case LEARNING -> entry -> entry.state() instanceof CardState.Learning;
            case REVIEW -> entry -> entry.state() instanceof CardState.Review;
            case RELEARNING -> entry -> entry.state() instanceof CardState.Relearning;
            case DUE -> entry -> isDue(entry, now);
            case SUSPENDED -> CardEntry::suspended;
            case BURIED -> CardEntry::buried;
            case LEECH -> CardEntry::leech;
        };
    }

    /// What is put off or taken out is not due; a step is due by the minute, a review by the day.
    private static boolean isDue(CardEntry entry, Now now) {
        if (entry.suspended() || entry.buried()) {
            return false;
        }
        return switch (entry.state()) {
            case CardState.New _ -> false;
            case CardState.Learning _, CardState.Relearning _ ->
                entry.due().filter(due -> !due.isAfter(now.now())).isPresent();
            case CardState.Review _ -> daysUntilDue(entry, now) <= 0;
        };
    }

    private static double daysUntilDue(CardEntry entry, Now now) {
        return entry.due()
                .map(due -> (double)
                        (now.dayOf().apply(due).toEpochDay() - now.today().toEpochDay()))
                .orElse(Double.NaN);
    }

    private static Predicate<CardEntry> flag(String value, List<Problem> problems) {
        if (value.equals("any")) {
            return entry -> entry.flag() != Flag.NONE;
        }
        Optional<Flag> wanted = Arrays.stream(Flag.values())
                .filter(flag -> flag.name().equalsIgnoreCase(value))
                .findFirst();
        if (wanted.isEmpty()) {
            List<String> allowed = new ArrayList<>(List.of("any"));
            Arrays.stream(Flag.values())
                    .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                    .forEach(allowed::add);
            problems.add(new Problem("flag", value, allowed));
            return _ -> false;
        }
        return entry -> entry.flag() == wanted.get();
    }

    private static Predicate<CardEntry> comparison(
            String token, String field, String value, Now now, List<Problem> problems) {
        Matcher parts = COMPARISON.matcher(token);
        if (!parts.matches()) {
            problems.add(new Problem(field, value, List.of()));
            return _ -> false;
        }
        double bound = Double.parseDouble(parts.group(3));
        // due:7 means due within seven days
        String operator = parts.group(2).equals(":") ? (field.equals("due") ? "<=" : "=") : parts.group(2);
        return entry -> {
            OptionalDouble measured = measured(entry, field, now);
            return measured.isPresent() && holds(measured.getAsDouble(), operator, bound);
        };
    }

    private static OptionalDouble measured(CardEntry entry, String field, Now now) {
        return switch (field) {
            case "recall" ->
                entry.recall().isPresent()
                        ? OptionalDouble.of(entry.recall().getAsDouble() * PERCENT)
                        : OptionalDouble.empty();
            case "stability" -> entry.stability();
            case "difficulty" -> entry.difficulty();
            case "lapses" -> OptionalDouble.of(entry.lapses());
            default -> entry.due().isPresent() ? OptionalDouble.of(daysUntilDue(entry, now)) : OptionalDouble.empty();
        };
    }

    private static boolean holds(double measured, String operator, double bound) {
        return switch (operator) {
            case "<" -> measured < bound;
            case "<=" -> measured <= bound;
            case ">" -> measured > bound;
            case ">=" -> measured >= bound;
            default -> measured == bound;
        };
    }
}
