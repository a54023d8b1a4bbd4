package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a lesson from Markdown (`docs/lesson-format.md`).
///
/// Nothing in a file makes it throw: whatever is wrong becomes a [Finding] of the rule [#RULE] with line and remedy.
public final class LessonParser {
    /// The name of the rule in findings.
    public static final String RULE = "lesson";

    /// The most minutes of a lesson.
    public static final int MOST_MINUTES = 180;

    /// The most choices of a poll or question: as many as a hand has digits to type.
    public static final int MOST_CHOICES = 6;

    private static final int MINUTE = 60;
    private static final int LEAST_CHOICES = 2;
    private static final int MOST_FIGURES = 9;
    private static final Set<String> FIELDS = Set.of("Show", "Beside", "At", "Until", "Time", "Ask", "Source");
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final Pattern PLACE = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern PART = Pattern.compile("###[ \\t]+(.*\\S)[ \\t]*");
    private static final Pattern CHOICE = Pattern.compile("[-*][ \\t]+(?:\\[([ xX])\\][ \\t]+)?(\\S.*)");

    /// Reads a lesson from the bytes of a file.
    ///
    /// @param file how findings name the file
    /// @param builtIn whether the lesson came with Rockpool
    public ParsedLesson parse(String file, byte[] content, boolean builtIn) {
        List<Finding> faults = new ArrayList<>();
        Optional<Lesson> lesson =
                DeckParser.text(file, content, faults).flatMap(text -> new Reading(file, builtIn, faults).read(text));
        List<Finding> inOrder =
                faults.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
        return new ParsedLesson(file, inOrder.isEmpty() ? lesson : Optional.empty(), inOrder);
    }

    /// The kinds of step, as classes of a heading name them.
    private enum Kind {
        TELL,
        PREDICT,
        RUN,
        REVEAL,
        POLL,
        BEFORE,
        AFTER
    }

    private static final class Reading {
        private final String file;
        private final boolean builtIn;
        private final List<Finding> faults;
        private Optional<LessonScene> sceneBefore = Optional.empty();

        Reading(String file, boolean builtIn, List<Finding> faults) {
            this.file = file;
            this.builtIn = builtIn;
            this.faults = faults;
        }

        Optional<Lesson> read(String text) {
            if (!text.lines().findFirst().orElse("").stripTrailing().equals("---")) {
                fault(
                        1,
                        "A lesson starts with front matter between two lines \"---\" that names lesson, title, about"
                                + " and minutes; add it.");
                return Optional.empty();
            }
            return Outline.read(file, text, faults).map(this::lesson);
        }

        private Lesson lesson(Outline outline) {
            Map<String, Object> matter = outline.frontMatter();
            String id = text(matter, "lesson", "hot-keys");
            if (!id.isEmpty() && !Ids.isId(id)) {
                fault(2, "The lesson’s name " + Quote.of(id) + " is not in kebab-case; write it like hot-keys.");
            }
            int minutes = whole(matter, "minutes", 1, MOST_MINUTES);
            long seed = matter.containsKey("seed") ? whole(matter, "seed", 0, Integer.MAX_VALUE) : 1;
            for (Section heading : outline.top()) {
                fault(heading.line(), "A lesson’s title stands in its front matter; start its steps with \"##\".");
            }
            List<LessonStep> steps = outline.sections().stream().map(this::step).toList();
            if (steps.isEmpty()) {
                fault(1, "The lesson has no step; start each with a heading \"## …\".");
            }
            int planned = steps.stream().mapToInt(LessonStep::seconds).sum();
            if (minutes > 0 && planned > minutes * MINUTE) {
                fault(
                        2,
                        "The steps take " + clock(planned) + " together, which is more than the " + minutes
                                + " minutes of the lesson; shorten some or raise minutes.");
            }
            pair(steps);
            return new Lesson(
                    id,
                    text(matter, "title", "Shards and hot keys"),
                    text(matter, "about", "Why more shards do not help one key."),
                    minutes,
                    seed,
                    file,
                    builtIn,
                    steps);
        }

        private LessonStep step(Section section) {
            Kind kind = kind(section);
            if (section.heading().isEmpty()) {
                fault(section.line(), "The heading of this step is empty; write what the class reads first.");
            }
            Map<String, Section.Field> fields = new HashMap<>();
            List<Source> sources = new ArrayList<>();
            for (Section.Field field : section.fields()) {
                if (!FIELDS.contains(field.name())) {
                    fault(
                            field.line(),
                            "A lesson has no field " + Quote.of(field.name())
                                    + "; use Show, Beside, At, Until, Time, Ask or Source.");
                } else if (field.name().equals("Source")) {
                    Fields.readSource(file, field, faults).ifPresent(sources::add);
                } else if (fields.putIfAbsent(field.name(), field) != null) {
                    fault(field.line(), "The field " + field.name() + " stands twice in this step; keep one.");
                }
            }
            Parts parts = parts(section);
            Optional<LessonScene> scene = scene(section, kind, fields);
            LessonAct act = act(section, kind, parts, fields);
            forbid(fields, "Until", kind == Kind.RUN, "a step of the class .run");
            forbid(fields, "Ask", kind == Kind.BEFORE || kind == Kind.AFTER, "a question before or after");
            if (!parts.answer().isEmpty() && kind != Kind.POLL && kind != Kind.BEFORE && kind != Kind.AFTER) {
                fault(section.line(), "Only a poll or a question has an \"### Answer\"; write it into the text.");
            }
            return new LessonStep(
                    section.line(),
                    section.heading(),
                    parts.text(),
                    parts.notes(),
                    seconds(section, fields.get("Time")),
                    scene,
                    act,
                    sources);
        }

        private Kind kind(Section section) {
            if (section.classes().isEmpty()) {
                return Kind.TELL;
            }
            for (Kind kind : Kind.values()) {
                if (kind != Kind.TELL
                        && section.classes().equals(List.of(kind.name().toLowerCase(Locale.ROOT)))) {
                    return kind;
                }
            }
            fault(
                    section.line(),
                    "The class " + Quote.of("." + String.join(" .", section.classes()))
                            + " names no kind of step; use one of .predict, .run, .reveal, .poll, .before or .after.");
            return Kind.TELL;
        }

        private LessonAct act(Section section, Kind kind, Parts parts, Map<String, Section.Field> fields) {
            return switch (kind) {
                case POLL -> poll(section, parts);
                case BEFORE ->
                    new LessonAct.Ask(LessonAct.When.BEFORE, asked(section, parts, fields.get("Ask")), parts.answer());
                case AFTER ->
                    new LessonAct.Ask(LessonAct.When.AFTER, asked(section, parts, fields.get("Ask")), parts.answer());
                case PREDICT -> new LessonAct.Predict();
                case RUN -> new LessonAct.Run(until(fields.get("Until")));
                case REVEAL -> new LessonAct.Reveal();
                case TELL -> new LessonAct.Tell();
            };
        }

        private OptionalInt until(Section.@Nullable Field field) {
            return field == null ? OptionalInt.empty() : OptionalInt.of(number(field));
        }

        private LessonAct.Poll poll(Section section, Parts parts) {
            count(section, parts.choices());
            long right = parts.choices().stream()
                    .filter(choice -> choice.right().orElse(false))
                    .count();
            boolean marked =
                    parts.choices().stream().anyMatch(choice -> choice.right().isPresent());
            if (marked && right != 1) {
                fault(section.line(), "Of the choices " + right + " are marked [x]; mark one, or none at all.");
            }
            return new LessonAct.Poll(parts.choices(), parts.answer());
        }

        private LessonAct.Asked asked(Section section, Parts parts, Section.@Nullable Field ask) {
            if (ask != null) {
                if (!parts.choices().isEmpty()) {
                    fault(ask.line(), "The question has choices and Ask: as well; keep one of the two.");
                }
                if (!Ids.isId(ask.value())) {
                    fault(
                            ask.line(),
                            "Ask: " + Quote.of(ask.value()) + " is no template; write it like shards-needed.");
                }
                return new LessonAct.Asked.Generated(ask.value());
            }
            count(section, parts.choices());
            long right = parts.choices().stream()
                    .filter(choice -> choice.right().orElse(false))
                    .count();
            if (!parts.choices().isEmpty() && right != 1) {
                fault(section.line(), "Of the choices " + right + " are marked [x]; mark exactly one as right.");
            }
            return new LessonAct.Asked.Authored(parts.choices());
        }

        private void count(Section section, List<LessonAct.Choice> choices) {
            if (choices.size() < LEAST_CHOICES || choices.size() > MOST_CHOICES) {
                fault(
                        section.line(),
                        "This step has " + choices.size() + " choices; end its text with a list of " + LEAST_CHOICES
                                + " to " + MOST_CHOICES + ", one \"- …\" a line.");
            }
        }

        /// A lab named here, or for what needs one, the one of the step before.
        private Optional<LessonScene> scene(Section section, Kind kind, Map<String, Section.Field> fields) {
            Section.Field show = fields.get("Show");
            if (show == null) {
                forbid(fields, "Beside", false, "a step with Show");
                boolean needs = kind == Kind.PREDICT || kind == Kind.RUN || kind == Kind.REVEAL;
                if (!needs) {
                    forbid(fields, "At", false, "a step with Show");
                    return Optional.empty();
                }
                if (sceneBefore.isEmpty()) {
                    fault(section.line(), "Nothing is in sight in this step; name a lab with Show: lab/preset.");
                }
                return sceneBefore.map(scene -> at(scene, fields.get("At")));
            }
            Matcher place = PLACE.matcher(show.value());
            if (!place.matches()) {
                fault(show.line(), "Show: " + Quote.of(show.value()) + " is no place; write lab/preset.");
                return Optional.empty();
            }
            LessonScene scene = new LessonScene(
                    place.group(1), place.group(2), beside(place.group(1), fields.get("Beside")), 0, show.line());
            sceneBefore = Optional.of(scene);
            return Optional.of(at(scene, fields.get("At")));
        }

        private LessonScene at(LessonScene scene, Section.@Nullable Field at) {
            return at == null
                    ? scene
                    : new LessonScene(scene.lab(), scene.preset(), scene.beside(), number(at), scene.line());
        }

        private Optional<String> beside(String lab, Section.@Nullable Field field) {
            if (field == null) {
                return Optional.empty();
            }
            Matcher place = PLACE.matcher(field.value());
            if (!place.matches() || !place.group(1).equals(lab)) {
                fault(
                        field.line(),
                        "Beside: " + Quote.of(field.value()) + " is no preset of the same lab; write " + lab
                                + "/preset.");
                return Optional.empty();
            }
            return Optional.of(place.group(2));
        }

        /// The questions after are those before, in the same order, from the same templates.
        private void pair(List<LessonStep> steps) {
            List<LessonStep> before = asking(steps, LessonAct.When.BEFORE);
            List<LessonStep> after = asking(steps, LessonAct.When.AFTER);
            if (before.size() != after.size()) {
                LessonStep last = (before.size() > after.size() ? before : after).getLast();
                fault(
                        last.line(),
                        "There are " + before.size() + " questions before and " + after.size()
                                + " after; ask each twice, so that the gain can be told.");
                return;
            }
            for (int index = 0; index < before.size(); index++) {
                String one = template(before.get(index));
                String other = template(after.get(index));
                if (!one.equals(other)) {
                    fault(
                            after.get(index).line(),
                            "Question " + (index + 1) + " after is not of the kind of question " + (index + 1)
                                    + " before in line " + before.get(index).line() + "; give both the same Ask:.");
                }
            }
        }

        private static List<LessonStep> asking(List<LessonStep> steps, LessonAct.When when) {
            return steps.stream()
                    .filter(step -> step.act() instanceof LessonAct.Ask ask && ask.when() == when)
                    .toList();
        }

        private static String template(LessonStep step) {
            return step.act()
                            instanceof
                            LessonAct.Ask(LessonAct.When _, LessonAct.Asked.Generated(String template), String _)
                    ? template
                    : "";
        }

        private int seconds(Section section, Section.@Nullable Field time) {
            if (time == null) {
                fault(section.line(), "This step has no time; end it with a field such as Time: 1:00.");
                return 0;
            }
            Matcher form = TIME.matcher(time.value());
            if (!form.matches()) {
                fault(time.line(), "Time: " + Quote.of(time.value()) + " is none; write minutes and seconds as 1:30.");
                return 0;
            }
            return Integer.parseInt(form.group(1)) * MINUTE + Integer.parseInt(form.group(2));
        }

        private int number(Section.Field field) {
            if (field.value().length() <= MOST_FIGURES
                    && field.value().chars().allMatch(Character::isDigit)
                    && !field.value().isEmpty()) {
                return Integer.parseInt(field.value());
            }
            fault(
                    field.line(),
                    field.name() + ": " + Quote.of(field.value()) + " is no whole number; write it like 60.");
            return 0;
        }

        private void forbid(Map<String, Section.Field> fields, String name, boolean allowed, String where) {
            Section.Field field = fields.get(name);
            if (field != null && !allowed) {
                fault(field.line(), "The field " + name + " belongs to " + where + "; take it out here.");
            }
        }

        private String text(Map<String, Object> matter, String field, String example) {
            if (matter.get(field) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            fault(
                    2,
                    "The front matter needs the field " + field + " with a text; add a line such as \"" + field + ": "
                            + example + "\".");
            return "";
        }

        private int whole(Map<String, Object> matter, String field, int least, int most) {
            if (matter.get(field) instanceof Integer number && number >= least && number <= most) {
                return number;
            }
            fault(
                    2,
                    "The front matter needs the field " + field + " with a whole number from " + least + " to " + most
                            + ".");
            return 0;
        }

        /// Cuts a body at its headings "### Notes" and "### Answer", and the choices from the end of the text.
        private Parts parts(Section section) {
            Map<String, StringBuilder> parts = new HashMap<>();
            String part = "Text";
            for (int index = 0; index < section.body().size(); index++) {
                String line = section.body().get(index);
                Matcher heading = PART.matcher(line);
                if (section.code().get(index) || !heading.matches()) {
                    parts.computeIfAbsent(part, _ -> new StringBuilder())
                            .append(line)
                            .append('\n');
                    continue;
                }
                part = heading.group(1);
                if (!part.equals("Notes") && !part.equals("Answer")) {
                    fault(
                            section.bodyLine() + index,
                            "A step has no part " + Quote.of(part) + "; use \"### Notes\" or \"### Answer\".");
                } else if (parts.putIfAbsent(part, new StringBuilder()) != null) {
                    fault(section.bodyLine() + index, "The part " + part + " stands twice in this step; join the two.");
                }
            }
            String text = part(parts, "Text");
            return isAsking(section)
                    ? Parts.withChoices(text, part(parts, "Notes"), part(parts, "Answer"))
                    : new Parts(text, List.of(), part(parts, "Notes"), part(parts, "Answer"));
        }

        private static boolean isAsking(Section section) {
            return section.classes().stream().anyMatch(Set.of("poll", "before", "after")::contains);
        }

        private static String part(Map<String, StringBuilder> parts, String name) {
            StringBuilder part = parts.get(name);
            return part == null ? "" : part.toString().strip();
        }

        private void fault(int line, String sentence) {
            faults.add(new Finding(file, line, RULE, sentence));
        }

        private static String clock(int seconds) {
            return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
        }
    }

    /// The parts of a step.
    private record Parts(String text, List<LessonAct.Choice> choices, String notes, String answer) {
        /// Takes the list at the end of the text as choices.
        static Parts withChoices(String text, String notes, String answer) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            List<LessonAct.Choice> choices = new ArrayList<>();
            while (!lines.isEmpty()) {
                Matcher choice = CHOICE.matcher(lines.getLast());
                if (!choice.matches()) {
                    break;
                }
                String mark = choice.group(1);
                choices.addFirst(new LessonAct.Choice(
                        choice.group(2).strip(), mark == null ? Optional.empty() : Optional.of(!mark.isBlank())));
                lines.removeLast();
            }
            return new Parts(String.join("\n", lines).strip(), choices, notes, answer);
        }
    }
}
