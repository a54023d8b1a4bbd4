package dev.rockpool.study.items;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters of a question, of which those that were escaped mean nothing but themselves, each with its line.
final class GiftText {
    private static final String ESCAPABLE = "~=#{}:\\";
    private static final Pattern FORMAT = Pattern.compile("\\[(html|moodle|plain|markdown)\\]");

    private final String text;
    private final BitSet escaped;
    private final int[] lines;
    private final int from;
    private final int until;

    private GiftText(String text, BitSet escaped, int[] lines, int from, int until) {
        this.text = text;
        this.escaped = escaped;
        this.lines = lines;
        this.from = from;
        this.until = until;
    }

    /// Reads the escapes of a block of lines: a backslash before `~`, `=`, `#`, `{`, `}`, `:`, a backslash
    /// or `n`, which is a line end. Before anything else it stands for itself.
    ///
    /// @param firstLine line of the file on which the block begins
    static GiftText read(String block, int firstLine) {
        StringBuilder text = new StringBuilder();
        BitSet escaped = new BitSet();
        int[] lines = new int[block.length() + 1];
        int line = firstLine;
        for (int i = 0; i < block.length(); i++) {
            char c = block.charAt(i);
            lines[text.length()] = line;
            boolean escape = c == '\\' && i + 1 < block.length();
            char next = escape ? block.charAt(i + 1) : ' ';
            if (escape && (next == 'n' || ESCAPABLE.indexOf(next) >= 0)) {
                escaped.set(text.length());
                text.append(next == 'n' ? '\n' : next);
                i++;
            } else {
                text.append(c);
                line += c == '\n' ? 1 : 0;
            }
        }
        lines[text.length()] = line;
        return new GiftText(text.toString(), escaped, lines, 0, text.length());
    }

    boolean isEmpty() {
        return from == until;
    }

    int length() {
        return until - from;
    }

    /// The line of the file on which this begins.
    int line() {
        return lines[from];
    }

    /// The line of the file on which a character stands.
    int line(int at) {
        return lines[from + at];
    }

    /// Whether a mark stands there whose characters are not escaped.
    boolean isAt(int at, String mark) {
        return text.startsWith(mark, from + at)
                && from + at + mark.length() <= until
                && escaped.get(from + at, from + at + mark.length()).isEmpty();
    }

    boolean startsWith(String mark) {
        return isAt(0, mark);
    }

    /// Where a mark stands first; -1 if nowhere.
    int find(String mark, int start) {
        for (int at = start; at + mark.length() <= length(); at++) {
            if (isAt(at, mark)) {
                return at;
            }
        }
        return -1;
    }

    /// Where a mark stands last; -1 if nowhere.
    int findLast(String mark) {
        for (int at = length() - mark.length(); at >= 0; at--) {
            if (isAt(at, mark)) {
                return at;
            }
        }
        return -1;
    }

    /// A part, without blanks at its ends.
    GiftText part(int start, int end) {
        int first = from + start;
        int last = from + end;
        while (first < last && Character.isWhitespace(text.charAt(first)) && !escaped.get(first)) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1)) && !escaped.get(last - 1)) {
            last--;
        }
        return new GiftText(text, escaped, lines, first, last);
    }

    GiftText part(int start) {
        return part(start, length());
    }

    /// The text with another in place of a part.
    GiftText without(int start, int end, String instead) {
        String whole = text.substring(from, from + start) + instead + text.substring(from + end, until);
        BitSet marks = new BitSet();
        int[] places = new int[whole.length() + 1];
        for (int at = 0; at <= whole.length(); at++) {
            int source = at < start ? at : Math.max(start, at - instead.length() + end - start);
            boolean inside = at >= start && at < start + instead.length();
            int place = inside ? from + start : Math.min(from + source, until);
            places[at] = lines[place];
            marks.set(at, !inside && at < whole.length() && escaped.get(place));
        }
        return new GiftText(whole, marks, places, 0, whole.length());
    }

    /// Its characters, escapes undone.
    String words() {
        return text.substring(from, until);
    }

    /// Its characters, escapes undone, lines that end without an escape joined by a blank.
    String wordsOnOneLine() {
        StringBuilder words = new StringBuilder();
        for (int at = from; at < until; at++) {
            char c = text.charAt(at);
            if (c != '\n' || escaped.get(at)) {
                words.append(c);
                continue;
            }
            while (!words.isEmpty() && Character.isWhitespace(words.charAt(words.length() - 1))) {
                words.setLength(words.length() - 1);
            }
            words.append(' ');
            while (at + 1 < until && !escaped.get(at + 1) && Character.isWhitespace(text.charAt(at + 1))) {
                at++;
            }
        }
        return words.toString();
    }

    /// A text and what it is written in.
    ///
    /// @param format `html`, `moodle`, `plain` or `markdown`
    record Formatted(String format, GiftText text) {}

    /// Takes the format off its beginning.
    ///
    /// @param standard the format where none is named
    Formatted formatted(String standard) {
        Matcher named = FORMAT.matcher(words());
        return named.lookingAt() ? new Formatted(named.group(1), part(named.end())) : new Formatted(standard, this);
    }
}
