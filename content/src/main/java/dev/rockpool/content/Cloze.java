package dev.rockpool.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with deletions in Anki's notation `{{c1::text}}` and `{{c1::text::hint}}`.
///
/// The text of a deletion ends at the first `}}` that closes no brace opened within it, so `{{c1::{a: 1}}}` hides
/// `{a: 1}`. Deletions may stand in deletions. The hint starts at the first `::` of the deletion, as in Anki.
///
/// @param parts text and deletions in order
/// @param faults what is wrong with the notation
record Cloze(List<Part> parts, List<Fault> faults) {
    static final int HIGHEST_NUMBER = 99;
    private static final int DEEPEST_NESTING = 8;
    private static final int MOST_FAULTS = 20;
    private static final Pattern OPENING = Pattern.compile("\\{\\{c(\\d{1,9})::");
    private static final Pattern ALMOST = Pattern.compile("\\{\\{(?:c\\d*:{1,2}|\\d+::|C\\d+::|c \\d+::)");

    /// Text or a deletion.
    sealed interface Part {}

    /// Text as it stands.
    ///
    /// @param code whether it stands in code, where emphasis cannot be written
    record Text(String text, boolean code) implements Part {}

    /// What one card hides.
    record Deletion(int number, List<Part> content, String hint, boolean code) implements Part {}

    /// Something wrong at `offset` of the text.
    record Fault(int offset, String sentence) {}

    /// Reads a text.
    ///
    /// @param code which of its characters stand in code
    static Cloze parse(String text, BitSet code) {
        return new Reader(text, code).read();
    }

    /// The numbers of its deletions.
    SortedSet<Integer> numbers() {
        SortedSet<Integer> numbers = new TreeSet<>();
        collectNumbers(parts, numbers);
        return numbers;
    }

    private static void collectNumbers(List<Part> parts, SortedSet<Integer> numbers) {
        for (Part part : parts) {
            if (part instanceof Deletion deletion) {
                numbers.add(deletion.number());
                collectNumbers(deletion.content(), numbers);
            }
        }
    }

    /// The text with the deletions of that number hidden.
    String prompt(int number) {
        StringBuilder prompt = new StringBuilder();
        write(parts, number, true, prompt);
        return prompt.toString();
    }

    /// The text with the deletions of that number in bold.
    String answer(int number) {
        StringBuilder answer = new StringBuilder();
        write(parts, number, false, answer);
        return answer.toString();
    }

    /// The text in Anki's notation, in which a deletion ends at its first `}}` and its hint begins at its first `::`,
    /// whatever stands between: within deletions braces and colons are written as [NoteText#BRACE] and
    /// [NoteText#COLON].
    String portable() {
        StringBuilder portable = new StringBuilder();
        writePortable(parts, 0, portable);
        return portable.toString();
    }

    private static void writePortable(List<Part> parts, int depth, StringBuilder out) {
        for (Part part : parts) {
            switch (part) {
                case Text text -> out.append(depth == 0 ? text.text() : shielded(text.text()));
                case Deletion deletion -> {
                    out.append("{{c").append(deletion.number()).append("::");
                    writePortable(deletion.content(), depth + 1, out);
                    if (!deletion.hint().isEmpty()) {
                        out.append("::").append(shielded(deletion.hint()));
                    }
                    out.append("}}");
                }
            }
        }
    }

    private static String shielded(String text) {
        return text.replace('}', NoteText.BRACE).replace(':', NoteText.COLON);
    }

    /// The texts that the card of that number hides.
    List<String> hidden(int number) {
        List<String> hidden = new ArrayList<>();
        collectHidden(parts, number, hidden);
        return hidden;
    }

    private static void collectHidden(List<Part> parts, int number, List<String> hidden) {
        for (Part part : parts) {
            if (part instanceof Deletion deletion) {
                if (deletion.number() == number) {
                    hidden.add(plain(deletion.content()));
                } else {
                    collectHidden(deletion.content(), number, hidden);
                }
            }
        }
    }

    private static String plain(List<Part> parts) {
        StringBuilder plain = new StringBuilder();
        write(parts, -1, false, plain);
        return plain.toString();
    }

    private static void write(List<Part> parts, int number, boolean hide, StringBuilder out) {
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Text text -> out.append(text.text());
                case Deletion deletion when deletion.number() != number -> write(deletion.content(), number, hide, out);
                case Deletion deletion -> {
                    String shown = hide
                            ? "[" + (deletion.hint().isEmpty() ? "…" : deletion.hint()) + "]"
                            : plain(deletion.content());
                    boolean bold = !deletion.code() && Emphasis.possible(last(out), shown, first(parts, i + 1));
                    if (bold) {
                        out.append("**").append(shown).append("**");
                    } else if (hide && !deletion.code()) {
                        out.append('\\').append(shown, 0, shown.length() - 1).append("\\]");
                    } else {
                        out.append(shown);
                    }
                }
            }
        }
    }

    private static int last(StringBuilder text) {
        return text.isEmpty() ? ' ' : text.codePointBefore(text.length());
    }

    private static int first(List<Part> parts, int from) {
        for (int i = from; i < parts.size(); i++) {
            String text = switch (parts.get(i)) {
                case Text plain -> plain.text();
                case Deletion deletion -> plain(deletion.content());
            };
            if (!text.isEmpty()) {
                return text.codePointAt(0);
            }
        }
        return ' ';
    }

    /// One pass over the text with a stack of open deletions.
    private static final class Reader {
        private final String text;
        private final BitSet code;
        private final List<Fault> faults = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();

        Reader(String text, BitSet code) {
            this.text = text;
            this.code = code;
        }

        /// An open deletion, or at the bottom of the stack the text itself.
        private static final class Open {
            final int number;
            final int offset;
            final List<Part> parts = new ArrayList<>();
            final StringBuilder text = new StringBuilder();
            final StringBuilder hint = new StringBuilder();
            boolean code;
            boolean inHint;
            int braces;

            Open(int number, int offset) {
                this.number = number;
                this.offset = offset;
            }

            void append(char unit, boolean inCode) {
                if (inHint) {
                    hint.append(unit);
                    return;
                }
                if (inCode != code) {
                    flush();
                    code = inCode;
                }
                text.append(unit);
            }

            void flush() {
                if (!text.isEmpty()) {
                    parts.add(new Text(text.toString(), code));
                    text.setLength(0);
                }
            }
        }

        Cloze read() {
            open.push(new Open(0, 0));
            Matcher opening = OPENING.matcher(text);
            Matcher almost = ALMOST.matcher(text);
            int i = 0;
            while (i < text.length()) {
                i = step(i, opening, almost);
            }
            while (open.size() > 1) {
                Open unclosed = open.pop();
                fault(unclosed.offset, "The deletion c" + unclosed.number + " is not closed; end it with \"}}\".");
            }
            Open whole = open.pop();
            whole.flush();
            return new Cloze(List.copyOf(whole.parts), List.copyOf(faults));
        }

        private int step(int i, Matcher opening, Matcher almost) {
            Open current = open.element();
            char unit = text.charAt(i);
            if (unit == '{' && text.startsWith("{{", i)) {
                opening.region(i, text.length());
                if (opening.lookingAt()) {
                    return startDeletion(i, opening);
                }
                almost.region(i, text.length());
                if (almost.lookingAt()) {
                    fault(
                            i,
                            "\"" + almost.group() + "\" starts no deletion; write {{c1::text}} or {{c1::text::hint}}.");
                }
            }
            if (open.size() > 1) {
                if (unit == '{') {
                    current.braces++;
                } else if (unit == '}' && current.braces > 0) {
                    current.braces--;
                } else if (text.startsWith("}}", i)) {
                    endDeletion();
                    return i + 2;
                } else if (current.braces == 0 && !current.inHint && text.startsWith("::", i)) {
                    current.inHint = true;
                    return i + 2;
                }
            }
            current.append(unit, code.get(i));
            return i + 1;
        }

        private int startDeletion(int i, Matcher opening) {
            int number = Integer.parseInt(opening.group(1));
            if (number < 1 || number > HIGHEST_NUMBER) {
                faults.add(
                        new Fault(i, "The deletion has the number " + number + "; use 1 to " + HIGHEST_NUMBER + "."));
            }
            if (open.size() > DEEPEST_NESTING) {
                fault(i, "Deletions are nested deeper than " + DEEPEST_NESTING + "; take some out.");
                open.element().append('{', code.get(i));
                return i + 1;
            }
            open.element().flush();
            Open deletion = new Open(number, i);
            deletion.code = code.get(i);
            open.push(deletion);
            return opening.end();
        }

        private void fault(int offset, String sentence) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(offset, sentence));
            }
        }

        private void endDeletion() {
            Open deletion = open.pop();
            deletion.flush();
            if (plain(deletion.parts).isBlank()) {
                fault(
                        deletion.offset,
                        "The deletion c" + deletion.number + " hides nothing; write what is to be remembered.");
            }
            open.element()
                    .parts
                    .add(new Deletion(
                            deletion.number,
                            List.copyOf(deletion.parts),
                            deletion.hint.toString().strip(),
                            code.get(deletion.offset)));
        }
    }
}
