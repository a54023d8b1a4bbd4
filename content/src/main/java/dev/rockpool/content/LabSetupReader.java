package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a block `lab`, one `name: value` a line; the reason of a goal stands indented below it as `: why`.
final class LabSetupReader {
    private static final Set<String> NAMES = Set.of("lab", "preset", "set", "free", "goal", "hint", "solution");
    private static final String CONTROL = "[A-Za-z][A-Za-z0-9._-]{0,59}";
    private static final Pattern LINE = Pattern.compile("([a-z]+):\\s*(.*)");
    private static final Pattern SETTING = Pattern.compile("(" + CONTROL + ")\\s*=\\s*(\\S.{0,59})");
    private static final Pattern FREE = Pattern.compile(CONTROL + "(?:\\s*,\\s*" + CONTROL + ")*");
    private static final Pattern GOAL =
            Pattern.compile("(?:(setting)\\s+)?(" + CONTROL + ")\\s*(<=|>=|<|>|=)\\s*(\\S.{0,59})");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String BILL = "bill";

    private final String file;
    private final Section.Fence block;
    private final List<Finding> findings;
    private final List<LabSetting> start = new ArrayList<>();
    private final List<String> free = new ArrayList<>();
    private final List<LabGoal> goals = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private final List<LabSetting> solution = new ArrayList<>();
    private Optional<String> lab = Optional.empty();
    private Optional<String> preset = Optional.empty();
    private boolean afterGoal;

    LabSetupReader(String file, Section.Fence block, List<Finding> findings) {
        this.file = file;
        this.block = block;
        this.findings = findings;
    }

    /// The task, or empty and findings.
    Optional<LabSetup> read() {
        int before = findings.size();
        for (int at = 0; at < block.content().size() && findings.size() < DeckParser.MOST_FINDINGS; at++) {
            String line = block.content().get(at);
            if (!line.isBlank()) {
                read(line, block.line() + at);
            }
        }
        if (findings.size() == before) {
            require(lab.isPresent(), "does not say which lab it is set in; add a line \"lab: shards\"");
            require(!free.isEmpty(), "leaves nothing to set; add a line such as \"free: shards\"");
            require(!goals.isEmpty(), "has no goal; add a line such as \"goal: bill < 60\"");
        }
        if (findings.size() > before || lab.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LabSetup(lab.get(), preset, start, free, goals, hints, solution));
    }

    private void require(boolean there, String sentence) {
        if (!there) {
            fault(block.line() - 1, "The lab block " + sentence + ".");
        }
    }

    private void read(String line, int number) {
        String text = line.strip();
        if (afterGoal && Character.isWhitespace(line.charAt(0)) && text.startsWith(":")) {
            LabGoal goal = goals.removeLast();
            goals.add(new LabGoal(
                    goal.kind(),
                    goal.name(),
                    goal.relation(),
                    goal.value(),
                    text.substring(1).strip()));
            afterGoal = false;
            return;
        }
        afterGoal = false;
        Matcher parts = LINE.matcher(text);
        if (!parts.matches() || !NAMES.contains(parts.group(1))) {
            fault(
                    number,
                    Quote.of(text) + " is not known here; the lines are lab, preset, set, free, goal, hint and"
                            + " solution, each as \"lab: shards\", and the reason of a goal is indented as \": why\".");
            return;
        }
        String value = parts.group(2);
        switch (parts.group(1)) {
            case "lab" -> lab = once(lab, "lab", value, number);
            case "preset" -> preset = once(preset, "preset", value, number);
            case "set" -> setting(value, number).ifPresent(each -> add(start, each, "set", number));
            case "solution" -> setting(value, number).ifPresent(each -> add(solution, each, "solution", number));
            case "free" -> free(value, number);
            case "goal" -> goal(value, number);
            default -> {
                if (value.isEmpty()) {
                    fault(number, "The hint is empty; write one sentence.");
                } else {
                    add(hints, value, "hint", number);
                }
            }
        }
    }

    private Optional<String> once(Optional<String> known, String name, String value, int line) {
        if (known.isPresent()) {
            fault(line, "The line " + name + " stands twice; keep one.");
        }
        if (!Ids.isId(value)) {
            fault(line, Quote.of(value) + " is no name of a " + name + "; write it in small letters like hot-key.");
        }
        return Optional.of(value);
    }

    private Optional<LabSetting> setting(String text, int line) {
        Matcher parts = SETTING.matcher(text);
        if (!parts.matches()) {
            fault(line, Quote.of(text) + " sets nothing; write a control and its value as \"shards = 10\".");
            return Optional.empty();
        }
        return Optional.of(new LabSetting(parts.group(1), parts.group(2).strip()));
    }

    private void free(String text, int line) {
        if (!FREE.matcher(text).matches()) {
            fault(line, Quote.of(text) + " is no list of controls; write \"free: shards, mode\".");
            return;
        }
        for (String control : COMMA.split(text, -1)) {
            if (free.contains(control)) {
                fault(line, "The control " + control + " is free twice; name it once.");
            } else {
                add(free, control, "free", line);
            }
        }
    }

    private void goal(String text, int line) {
        Matcher parts = GOAL.matcher(text);
        Optional<LabGoal.Relation> relation = parts.matches() ? LabGoal.Relation.of(parts.group(3)) : Optional.empty();
        if (relation.isEmpty()) {
            fault(
                    line,
                    Quote.of(text) + " is no goal; write a number of the lab, the bill or a setting and its bound, as"
                            + " \"throttled = 0\", \"bill < 60\" or \"setting shards <= 12\".");
            return;
        }
        boolean setting = parts.group(1) != null;
        boolean bill = !setting && parts.group(2).equals(BILL);
        LabGoal.Kind kind = setting ? LabGoal.Kind.SETTING : bill ? LabGoal.Kind.BILL : LabGoal.Kind.FIGURE;
        add(
                goals,
                new LabGoal(
                        kind,
                        bill ? "" : parts.group(2),
                        relation.get(),
                        parts.group(4).strip(),
                        ""),
                "goal",
                line);
        afterGoal = true;
    }

    private <T> void add(List<T> lines, T line, String name, int number) {
        if (lines.size() == LabSetup.MOST_LINES) {
            fault(number, "There are more than " + LabSetup.MOST_LINES + " of " + name + "; take some out.");
        } else {
            lines.add(line);
        }
    }

    private void fault(int line, String sentence) {
        findings.add(Rule.BLOCK_FORM.at(file, line, sentence));
    }
}
