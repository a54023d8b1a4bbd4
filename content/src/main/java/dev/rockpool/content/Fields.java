package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one section, read.
///
/// @param other fields that Rockpool does not know or that have no effect here; of one that stands twice the values are
///     joined by LF
record Fields(
        List<Source> sources,
        List<String> tags,
        List<String> fixes,
        List<String> accept,
        String since,
        String show,
        Map<String, String> other) {
    private static final Pattern SOURCE = Pattern.compile("(.*\\S)[ \\t]*\\(([A-Za-z]+)(?:,[ \\t]*([^()]*))?\\)");
    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?");
    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{N}][\\p{L}\\p{N}:/_-]*");
    private static final Pattern PLACE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern SPACES = Pattern.compile("[\\s,]+");
    private static final Pattern BAR = Pattern.compile("\\|");

    static Fields read(String file, Section section, List<Finding> findings) {
        List<Source> sources = new ArrayList<>();
        Map<String, Section.Field> single = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        for (Section.Field field : section.fields()) {
            switch (field.name()) {
                case "Source" -> readSource(file, field, findings).ifPresent(sources::add);
                case "Tags", "Fixes", "Accept", "Since", "Show" -> {
                    if (single.putIfAbsent(field.name(), field) != null) {
                        findings.add(Rule.FIELD_TWICE.at(
                                file,
                                field.line(),
                                "The field " + field.name() + " stands twice in this section; join the two."));
                    }
                }
                default -> other.merge(field.name(), field.value(), (first, second) -> first + "\n" + second);
            }
        }
        return new Fields(
                List.copyOf(sources),
                readTags(file, single.get("Tags"), findings),
                readFixes(file, single.get("Fixes"), findings),
                readAccept(file, single.get("Accept"), findings),
                readSince(file, single.get("Since"), findings),
                readShow(file, single.get("Show"), findings),
                other);
    }

    static Optional<Source> readSource(String file, Section.Field field, List<Finding> findings) {
        Matcher form = SOURCE.matcher(field.value());
        if (!form.matches()) {
            findings.add(Rule.FIELD_FORM.at(
                    file,
                    field.line(),
                    "The source " + Quote.of(field.value())
                            + " does not say what it is; end it with (primary, 2026-10), (secondary) or (recalled)."));
            return Optional.empty();
        }
        Optional<Source.Kind> kind = Source.Kind.of(form.group(2));
        if (kind.isEmpty()) {
            findings.add(Rule.FIELD_FORM.at(
                    file,
                    field.line(),
                    "The kind of source " + Quote.of(form.group(2))
                            + " is not known; use primary, secondary or recalled."));
            return Optional.empty();
        }
        String date = form.group(3) == null ? "" : form.group(3).strip();
        if (form.group(3) != null && !isDate(date)) {
            findings.add(Rule.FIELD_FORM.at(
                    file,
                    field.line(),
                    "The date " + Quote.of(date) + " is none; write when the source was read as 2026-10."));
            return Optional.empty();
        }
        return Optional.of(new Source(form.group(1), kind.get(), date));
    }

    private static boolean isDate(String text) {
        Matcher form = DATE.matcher(text);
        if (!form.matches()) {
            return false;
        }
        try {
            if (form.group(3) != null) {
                LocalDate.parse(text);
            } else if (form.group(2) != null) {
                YearMonth.parse(text);
            }
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static List<String> readTags(String file, Section.@Nullable Field field, List<Finding> findings) {
        List<String> tags = new ArrayList<>();
        for (String tag : words(field)) {
            if (TAG.matcher(tag).matches()) {
                tags.add(tag.substring(1));
            } else {
                findings.add(Rule.FIELD_FORM.at(
                        file,
                        lineOf(field),
                        "The tag " + Quote.of(tag) + " is none; write tags as #one #another-one."));
            }
        }
        return tags.stream().distinct().toList();
    }

    private static List<String> readFixes(String file, Section.@Nullable Field field, List<Finding> findings) {
        List<String> fixes = new ArrayList<>();
        for (String id : words(field)) {
            if (Ids.isId(id)) {
                fixes.add(id);
            } else {
                findings.add(Rule.FIELD_FORM.at(
                        file, lineOf(field), "Fixes: " + Quote.of(id) + " is no id; name claims such as q12-c2."));
            }
        }
        return fixes.stream().distinct().toList();
    }

    private static List<String> readAccept(String file, Section.@Nullable Field field, List<Finding> findings) {
        List<String> accept = bars(field);
        if (field != null && accept.isEmpty()) {
            findings.add(Rule.FIELD_FORM.at(
                    file, field.line(), "Accept: names no answer; write answers separated by | or take it out."));
        }
        return accept;
    }

    private static String readSince(String file, Section.@Nullable Field field, List<Finding> findings) {
        if (field == null) {
            return "";
        }
        if (SinceDate.parse(field.value()).isEmpty()) {
            findings.add(Rule.FIELD_FORM.at(
                    file,
                    field.line(),
                    "Since: " + Quote.of(field.value()) + " is no date; write 2025-12-02, 2025-12 or about 2025-12."));
            return "";
        }
        return field.value();
    }

    private static String readShow(String file, Section.@Nullable Field field, List<Finding> findings) {
        if (field == null) {
            return "";
        }
        if (!PLACE.matcher(field.value()).matches()) {
            findings.add(Rule.FIELD_FORM.at(
                    file, field.line(), "Show: " + Quote.of(field.value()) + " is no place; write lab/preset."));
            return "";
        }
        return field.value();
    }

    private static List<String> words(Section.@Nullable Field field) {
        if (field == null) {
            return List.of();
        }
        return SPACES.splitAsStream(field.value())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static List<String> bars(Section.@Nullable Field field) {
        if (field == null) {
            return List.of();
        }
        return BAR.splitAsStream(field.value())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static int lineOf(Section.@Nullable Field field) {
        return field == null ? 1 : field.line();
    }
}
