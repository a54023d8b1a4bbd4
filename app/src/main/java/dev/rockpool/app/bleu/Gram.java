package dev.rockpool.app.bleu;

import dev.rockpool.simulators.bleu.BleuSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An n-gram of a hypothesis, the subject of the stage: `1:4` begins at the fifth token of the second.
///
/// @param segment the hypothesis, from 0
/// @param from its first token, from 0
record Gram(int segment, int from) {
    private static final Pattern SUBJECT = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

    static Optional<Gram> of(String subject) {
        Matcher parts = SUBJECT.matcher(subject);
        return parts.matches()
                ? Optional.of(new Gram(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /// Every n-gram of the order that is shown.
    static List<Gram> all(BleuSnapshot now) {
        List<Gram> all = new ArrayList<>();
        for (int segment = 0; segment < now.segments().size(); segment++) {
            for (int from = 0; from < now.segments().get(segment).grams().size(); from++) {
                all.add(new Gram(segment, from));
            }
        }
        return all;
    }

    String subject() {
        return segment + ":" + from;
    }

    boolean isIn(BleuSnapshot now) {
        return segment < now.segments().size()
                && from < now.segments().get(segment).grams().size();
    }

    /// Its tokens.
    List<String> tokens(BleuSnapshot now) {
        return now.segments().get(segment).tokens().subList(from, from + now.order());
    }

    /// How often `tokens` stand in a row in `line`.
    static int count(List<String> line, List<String> tokens) {
        int count = 0;
        for (int at = 0; at + tokens.size() <= line.size(); at++) {
            count += line.subList(at, at + tokens.size()).equals(tokens) ? 1 : 0;
        }
        return count;
    }

    /// Which tokens of `line` belong to an occurrence of `tokens`.
    static boolean[] covered(List<String> line, List<String> tokens) {
        boolean[] covered = new boolean[line.size()];
        for (int at = 0; at + tokens.size() <= line.size(); at++) {
            if (line.subList(at, at + tokens.size()).equals(tokens)) {
                Arrays.fill(covered, at, at + tokens.size(), true);
            }
        }
        return covered;
    }
}
