package dev.rockpool.app.document;

import dev.rockpool.content.Match;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a self-check is laid out and read. Nothing is random: the same item always looks the same.
final class SelfCheck {
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'’ ](?=\\d{3}(?!\\d))");
    private static final int LONGEST_NUMBER = 40;

    private SelfCheck() {}

    /// The things to be put in order, as they stand at first: by the alphabet, or against it if that were right.
    static List<String> start(Order order) {
        List<String> start = new ArrayList<>(order.items());
        Collections.sort(start);
        if (start.equals(order.items())) {
            Collections.reverse(start);
        }
        return start;
    }

    /// What can be paired, each once, by the alphabet.
    static List<String> choices(Match match) {
        return match.pairs().stream().map(Pair::right).distinct().sorted().toList();
    }

    /// The number at the start of what was typed; a unit behind it and thousands separators do not count.
    static Optional<BigDecimal> number(String typed) {
        String plain = THOUSANDS.matcher(typed.strip()).replaceAll("").replace('−', '-');
        Matcher number = NUMBER.matcher(plain);
        if (plain.length() > LONGEST_NUMBER || !number.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number.group(1)));
    }
}
