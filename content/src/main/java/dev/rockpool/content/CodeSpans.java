package dev.rockpool.content;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which characters of a Markdown text stand in code.
final class CodeSpans {
    private CodeSpans() {}

    /// The characters of the lines, joined by LF, that stand in code blocks or between backticks.
    ///
    /// @param codeLines which of the lines belong to code blocks
    static BitSet in(List<String> lines, BitSet codeLines) {
        BitSet code = new BitSet();
        int offset = 0;
        StringBuilder paragraph = new StringBuilder();
        int paragraphOffset = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (codeLines.get(i) || line.isBlank()) {
                markSpans(paragraph, paragraphOffset, code);
                paragraph.setLength(0);
                paragraphOffset = offset + line.length() + 1;
                if (codeLines.get(i)) {
                    code.set(offset, offset + line.length());
                }
            } else {
                paragraph.append(line).append('\n');
            }
            offset += line.length() + 1;
        }
        markSpans(paragraph, paragraphOffset, code);
        return code;
    }

    /// CommonMark §6.1: a run of backticks is closed by the next run of equal length.
    private static void markSpans(CharSequence paragraph, int offset, BitSet code) {
        Set<Integer> unclosed = new HashSet<>();
        int i = 0;
        while (i < paragraph.length()) {
            if (paragraph.charAt(i) == '\\' && i + 1 < paragraph.length()) {
                i += 2;
                continue;
            }
            int length = run(paragraph, i);
            if (length == 0) {
                i++;
                continue;
            }
            int close = unclosed.contains(length) ? -1 : closing(paragraph, i + length, length);
            if (close < 0) {
                unclosed.add(length);
                i += length;
            } else {
                code.set(offset + i, offset + close + length);
                i = close + length;
            }
        }
    }

    private static int closing(CharSequence paragraph, int from, int length) {
        int i = from;
        while (i < paragraph.length()) {
            int run = run(paragraph, i);
            if (run == length) {
                return i;
            }
            i += Math.max(1, run);
        }
        return -1;
    }

    private static int run(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '`') {
            i++;
        }
        return i - from;
    }
}
