package dev.rockpool.content;

import java.util.BitSet;
import java.util.List;

/// A heading and what stands below it, still as text.
///
/// @param line line of the heading, from 1
/// @param heading its text without attributes
/// @param id its id; empty if it has none
/// @param classes its classes without the dot
/// @param bodyLine line of the first line of the body
/// @param body the lines below the heading without the fields, without blank lines at either end
/// @param code which lines of the body belong to code or HTML blocks, counted from 0
/// @param fences the fenced blocks of the body that stand at its top level
/// @param fields the fields at its end, in order
record Section(
        int line,
        String heading,
        String id,
        List<String> classes,
        int bodyLine,
        List<String> body,
        BitSet code,
        List<Fence> fences,
        List<Field> fields) {
    /// A field: a last line of the form `Name: value`.
    ///
    /// @param line its line, from 1
    record Field(String name, String value, int line) {}

    /// A fenced block.
    ///
    /// @param info what stands behind the opening fence
    /// @param from index of the opening fence in the section's body
    /// @param until index behind the closing fence
    /// @param line line of its first line of content, from 1
    /// @param content its lines
    record Fence(String info, int from, int until, int line, List<String> content) {
        /// The first word of the info string.
        String word() {
            int space = info.indexOf(' ');
            return space < 0 ? info : info.substring(0, space);
        }
    }

    /// The body as one text.
    String text() {
        return String.join("\n", body).strip();
    }

    /// The lines `from` (included) to `until` (excluded) of the body as one text.
    String text(int from, int until) {
        return String.join("\n", body.subList(from, until)).strip();
    }
}
