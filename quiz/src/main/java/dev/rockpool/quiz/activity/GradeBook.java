package dev.rockpool.quiz.activity;

import dev.rockpool.content.Activity;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder of hand-ins, graded.
///
/// @param activity what they answer
/// @param marks one for each file, by file name
public record GradeBook(Activity activity, List<Grading.Marks> marks) {
    /// The most files of a folder.
    public static final int MOST_FILES = 1_000;

    private static final String SUFFIX = ".json";

    public GradeBook {
        marks = List.copyOf(marks);
    }

    /// Grades the `.json` files of a folder, by the activity that most of them answer.
    ///
    /// @param known the activities that may have been handed out; of several with one id the first counts
    /// @throws InputException (`activity-folder`) if it is no folder, holds none or too many; (`activity-unknown`)
    ///     if the activity is none of `known`
    public static GradeBook of(Path folder, List<Activity> known) {
        Map<String, HandIn> read = new LinkedHashMap<>();
        Map<String, Grading.Marks> marks = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                read.put(name, HandIn.read(file));
                marks.put(name, Grading.unreadable(name, "")); // keeps its place
            } catch (InputException fault) {
                marks.put(name, Grading.unreadable(name, fault.sentence()));
            }
        }
        Activity activity = answered(read.values(), known);
        Map<String, Journal> journals = new HashMap<>();
        read.forEach((name, handIn) -> {
            journals.put(name, handIn.journal());
            marks.put(name, Grading.grade(name, handIn, activity));
        });
        return new GradeBook(activity, Grading.compared(List.copyOf(marks.values()), journals));
    }

    /// The activity that most files answer.
    private static Activity answered(Collection<HandIn> handIns, List<Activity> known) {
        Map<String, Long> counts =
                handIns.stream().collect(Collectors.groupingBy(HandIn::activity, TreeMap::new, Collectors.counting()));
        if (known.size() == 1) {
            return known.getFirst();
        }
        String id = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return known.stream()
                .filter(activity -> activity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "activity-unknown",
                        id.isEmpty()
                                ? "None of the files can be read, so nothing says which activity they answer; name it."
                                : "The files answer the activity " + Quote.of(id)
                                        + ", which is not here; put its file into the folder, or name it."));
    }

    private static List<Path> files(Path folder) {
        String name = Quote.of(folder.toString());
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    "activity-folder", "There is no folder " + name + "; name the one with the handed-in files.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.isEmpty() || files.size() > MOST_FILES) {
                throw new InputException(
                        "activity-folder",
                        files.isEmpty()
                                ? "The folder " + name + " holds no handed-in file; they end in " + HandIn.ENDING + "."
                                : "The folder " + name + " holds more than " + MOST_FILES + " files; split it.");
            }
            return files;
        } catch (IOException e) {
            throw new InputException("activity-folder", "The folder " + name + " cannot be read.", e);
        }
    }

    /// As comma-separated values (RFC 4180), a file a row: what it came to, what was noticed, and each task as 1
    /// or 0.
    public String csv() {
        StringBuilder csv = new StringBuilder("file,student,right,of,percent,minutes,hints,noticed");
        List<String> items = activity.items().stream().map(QuizItem::id).toList();
        items.forEach(item -> csv.append(',').append(item));
        csv.append("\r\n");
        for (Grading.Marks each : marks) {
            List<String> cells = new ArrayList<>(List.of(
                    each.file(),
                    each.student(),
                    String.valueOf(each.right()),
                    String.valueOf(items.size()),
                    String.valueOf(Math.round(100.0 * each.right() / items.size())),
                    String.valueOf(each.worked().toMinutes()),
                    String.valueOf(
                            each.marks().stream().mapToInt(Grading.Mark::hints).sum()),
                    String.join(" ", each.notes())));
            for (int place = 0; place < items.size(); place++) {
                cells.add(each.marks().isEmpty() ? "" : each.marks().get(place).right() ? "1" : "0");
            }
            csv.append(String.join(",", cells.stream().map(GradeBook::cell).toList()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /// A cell. A name that a spreadsheet would take for a formula is given an apostrophe.
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
