package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads an activity from Markdown (`docs/activity-format.md`).
///
/// Nothing in a file makes it throw: whatever is wrong becomes a [Finding] with line and remedy.
public final class ActivityParser {
    private static final String RULE = "activity";

    private final Function<LabSetup, Optional<String>> tasks;

    /// A parser that knows no labs.
    public ActivityParser() {
        this(_ -> Optional.empty());
    }

    /// @param tasks why a task in a lab cannot be asked, in one sentence; empty where it can
    public ActivityParser(Function<LabSetup, Optional<String>> tasks) {
        this.tasks = tasks;
    }

    /// Reads an activity from text.
    ///
    /// @param file how findings name the file
    /// @param builtIn whether it came with Rockpool
    public ParsedActivity parse(String file, String markdown, boolean builtIn) {
        return parse(file, markdown.getBytes(StandardCharsets.UTF_8), builtIn);
    }

    /// Reads an activity from the bytes of a file.
    ///
    /// @param file how findings name the file
    /// @param builtIn whether it came with Rockpool
    public ParsedActivity parse(String file, byte[] content, boolean builtIn) {
        List<Finding> findings = new ArrayList<>();
        Optional<Activity> activity =
                DeckParser.text(file, content, findings).flatMap(text -> read(file, text, builtIn, findings));
        findings.sort(Comparator.comparingInt(Finding::line));
        return new ParsedActivity(file, findings.isEmpty() ? activity : Optional.empty(), findings);
    }

    private Optional<Activity> read(String file, String text, boolean builtIn, List<Finding> findings) {
        if (text.length() > Activity.LONGEST) {
            fault(
                    file,
                    1,
                    "The file has " + text.length() + " characters; the most is " + Activity.LONGEST + ".",
                    findings);
            return Optional.empty();
        }
        return Outline.read(file, text, findings).map(outline -> {
            Map<String, Object> matter = outline.frontMatter();
            String id = text(file, matter, "activity", "throttling", findings);
            if (!id.isEmpty() && !Ids.isId(id)) {
                fault(
                        file,
                        2,
                        "The activity " + Quote.of(id) + " is not in kebab-case; write it like hot-keys.",
                        findings);
            }
            return new Activity(
                    id,
                    text(file, matter, "title", "Stop the throttling", findings),
                    text(file, matter, "about", "What a stream costs.", findings),
                    minutes(file, matter, findings),
                    file,
                    builtIn,
                    items(file, outline.sections(), findings),
                    text);
        });
    }

    private List<QuizItem> items(String file, List<Section> sections, List<Finding> findings) {
        if (sections.isEmpty() || sections.size() > Activity.MOST_ITEMS) {
            fault(
                    file,
                    1,
                    "The activity has " + sections.size() + " tasks; give it 1 to " + Activity.MOST_ITEMS
                            + ", each a heading \"## … {#id}\" with a block.",
                    findings);
        }
        List<QuizItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            if (findings.size() >= DeckParser.MOST_FINDINGS) {
                break;
            }
            if (!Ids.isId(section.id()) || !ids.add(section.id())) {
                fault(
                        file,
                        section.line(),
                        "The task needs an id of its own in kebab-case; end its heading like {#stop-throttling}.",
                        findings);
            }
            item(file, section, findings).ifPresent(items::add);
        }
        return items;
    }

    private Optional<QuizItem> item(String file, Section section, List<Finding> findings) {
        Fields fields = Fields.read(file, section, findings);
        Optional<SectionKind> kind = SectionKind.of(file, section, findings);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (!(kind.get() instanceof SectionKind.OfQuiz(Section.Fence block))) {
            fault(
                    file,
                    section.line(),
                    "This section asks nothing; give it a block lab, quiz, match, order or numeric.",
                    findings);
            return Optional.empty();
        }
        Optional<QuizItem> item = new QuizItemReader(file, section, block, fields, findings).read();
        if (item.orElse(null) instanceof LabTask task) {
            tasks.apply(task.setup()).ifPresent(sentence -> fault(file, section.line(), sentence, findings));
        }
        return item;
    }

    private static String text(
            String file, Map<String, Object> matter, String field, String example, List<Finding> findings) {
        if (matter.get(field) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        fault(
                file,
                2,
                "The front matter needs the field " + field + " with a text; add a line such as \"" + field + ": "
                        + example + "\".",
                findings);
        return "";
    }

    private static int minutes(String file, Map<String, Object> matter, List<Finding> findings) {
        if (matter.get("minutes") instanceof Integer minutes && minutes >= 1 && minutes <= Activity.MOST_MINUTES) {
            return minutes;
        }
        fault(
                file,
                2,
                "The front matter needs the field minutes with a whole number from 1 to " + Activity.MOST_MINUTES + ".",
                findings);
        return 1;
    }

    private static void fault(String file, int line, String sentence, List<Finding> findings) {
        findings.add(new Finding(file, line, RULE, sentence));
    }
}
