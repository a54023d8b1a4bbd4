package dev.rockpool.content;

/// Something wrong in a deck, where it stands, and what to do about it.
///
/// @param file the file as it was named to the parser
/// @param line line from 1
/// @param rule kebab-case name of the rule, see [Rule]
/// @param sentence what is wrong and what to do
public record Finding(String file, int line, String rule, String sentence) {
    /// Whether the file cannot be used as it stands. Otherwise it is used, and the finding is advice.
    public boolean isFault() {
        return Rule.named(rule).map(Rule::isFault).orElse(true);
    }

    /// `file:line: rule: sentence`, as `deck lint` prints it.
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule + ": " + sentence;
    }
}
