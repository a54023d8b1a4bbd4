package dev.rockpool.study.anki;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// HTML of a card as Markdown of a deck: its words, emphasis, code, lists, tables, links to the web, and pictures of
/// the package. What runs, loads or draws is left out.
final class CardMarkdown {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul");
    private static final Set<String> DROPPED = Set.of(
            "applet",
            "audio",
            "button",
            "canvas",
            "embed",
            "frame",
            "head",
            "iframe",
            "input",
            "link",
            "math",
            "meta",
            "noscript",
            "object",
            "script",
            "select",
            "source",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video");
    private static final Pattern SOUND = Pattern.compile("\\[sound:[^\\]]*\\]|\\[anki:[^\\]]*\\]");
    private static final Pattern LINE_START = Pattern.compile("^(?:[#>+=|:-]|~~~)");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");
    private static final Pattern FIELD = Pattern.compile("^([A-Z][A-Za-z-]{0,39}):(?=[ \\t]|$)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final String BREAK = "\\\n";

    /// Two line ends or more, which in HTML make a new paragraph of the same.
    private static final Pattern EMPTY_LINES = Pattern.compile("(?:\\\\\n\\s*){2,}");

    private static final String FENCE = "```";

    private final boolean cloze;
    private final Function<String, Optional<String>> pictures;
    private int sounds;

    /// @param cloze whether `{{c1::…}}` are deletions; otherwise they are words
    /// @param pictures the reference for a picture of the package; empty where it is left out
    CardMarkdown(boolean cloze, Function<String, Optional<String>> pictures) {
        this.cloze = cloze;
        this.pictures = pictures;
    }

    /// How many sounds were left out.
    int sounds() {
        return sounds;
    }

    /// A text of any length.
    String blocks(String html) {
        return String.join("\n\n", blocks(parse(html), false));
    }

    /// A text on one line.
    String line(String html) {
        return blocks(parse(html), true).stream()
                .collect(Collectors.joining(" "))
                .strip();
    }

    private Element parse(String html) {
        Matcher sound = SOUND.matcher(html);
        StringBuilder silent = new StringBuilder();
        while (sound.find()) {
            sounds++;
            sound.appendReplacement(silent, "");
        }
        sound.appendTail(silent);
        return Jsoup.parseBodyFragment(silent.toString()).body();
    }

    private List<String> blocks(Element parent, boolean oneLine) {
        List<String> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && DROPPED.contains(element.normalName())) {
                continue;
            }
            if (child instanceof Element element && (isBlock(element) || holdsBlocks(element))) {
                end(paragraph, blocks, oneLine);
                blocks.addAll(block(element, oneLine));
            } else {
                inline(child, paragraph, false, oneLine);
            }
        }
        end(paragraph, blocks, oneLine);
        return blocks;
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /// A `span` or `b` around whole paragraphs stands for them.
    private static boolean holdsBlocks(Element element) {
        return element.stream().anyMatch(CardMarkdown::isBlock);
    }

    private void end(StringBuilder paragraph, List<String> blocks, boolean oneLine) {
        String text = strip(paragraph.toString());
        paragraph.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        if (oneLine) {
            blocks.add(text.replace(BREAK, " "));
            return;
        }
        for (String part : EMPTY_LINES.split(text, -1)) {
            blocks.add(guarded(part));
        }
    }

    /// Without blanks and breaks at either end.
    private static String strip(String text) {
        String stripped = text.strip();
        while (stripped.startsWith(BREAK)) {
            stripped = stripped.substring(BREAK.length()).strip();
        }
        while (stripped.endsWith("\\") && (stripped.length() < 2 || stripped.charAt(stripped.length() - 2) != '\\')) {
            stripped = stripped.substring(0, stripped.length() - 1).strip();
        }
        return stripped;
    }

    /// A paragraph none of whose lines is taken for anything else: a heading, a list, a field.
    private static String guarded(String paragraph) {
        return paragraph
                .lines()
                .map(String::strip)
                .map(CardMarkdown::guardedLine)
                .collect(Collectors.joining("\n"));
    }

    private static String guardedLine(String line) {
        if (LINE_START.matcher(line).find()) {
            return "\\" + line;
        }
        Matcher number = NUMBERED.matcher(line);
        if (number.find()) {
            return number.group(1) + "\\" + line.substring(number.end(1));
        }
        Matcher field = FIELD.matcher(line);
        return field.find() ? field.group(1) + "\\" + line.substring(field.end(1)) : line;
    }

    private List<String> block(Element element, boolean oneLine) {
        return switch (element.normalName()) {
            case "hr" -> List.of();
            case "pre" -> code(element, oneLine);
            case "ul", "ol" -> list(element, oneLine);
            case "table" -> oneLine ? blocks(element, true) : table(element);
            case "blockquote" -> oneLine ? blocks(element, true) : quotation(element);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, oneLine);
            default -> blocks(element, oneLine);
        };
    }

    private List<String> heading(Element element, boolean oneLine) {
        String text = String.join(" ", blocks(element, true));
        return text.isEmpty() ? List.of() : List.of(oneLine ? text : "### " + text);
    }

    private List<String> quotation(Element element) {
        List<String> quoted = blocks(element, false);
        return quoted.isEmpty()
                ? List.of()
                : List.of(String.join("\n\n", quoted)
                        .lines()
                        .map(line -> line.isEmpty() ? ">" : "> " + line)
                        .collect(Collectors.joining("\n")));
    }

    private List<String> code(Element element, boolean oneLine) {
        Element copy = element.clone();
        copy.select("br").forEach(line -> line.replaceWith(new TextNode("\n")));
        String text = words(copy.wholeText().replace("\r", "").stripTrailing());
        if (text.isBlank()) {
            return List.of();
        }
        if (oneLine) {
            return List.of(span(text));
        }
        String fence = FENCE;
        while (text.contains(fence)) {
            fence += "`";
        }
        return List.of(fence + "\n" + text + "\n" + fence);
    }

    private List<String> list(Element element, boolean oneLine) {
        List<String> items = new ArrayList<>();
        int number = 1;
        for (Element item : element.children()) {
            List<String> content = item.normalName().equals("li") ? blocks(item, oneLine) : block(item, oneLine);
            if (content.isEmpty()) {
                continue;
            }
            if (oneLine) {
                items.addAll(content);
                continue;
            }
            String mark = element.normalName().equals("ol") ? number + ". " : "- ";
            number++;
            String indent = " ".repeat(mark.length());
            items.add(mark
                    + String.join("\n\n", content)
                            .lines()
                            .map(line -> line.isEmpty() ? line : indent + line)
                            .collect(Collectors.joining("\n"))
                            .strip());
        }
        if (items.isEmpty()) {
            return List.of();
        }
        return List.of(oneLine ? String.join("; ", items) : String.join("\n", items));
    }

    /// Its own rows, not those of tables in its cells.
    private static List<Element> tableRows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (!child.normalName().equals("caption")) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /// The first row is the head.
    private List<String> table(Element element) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : tableRows(element)) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                String text = String.join(" ", blocks(cell, true)).replace("|", "\\|");
                cells.add(text.isEmpty() ? " " : text);
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(rows.get(i));
            while (cells.size() < columns) {
                cells.add(" ");
            }
            table.append(table.isEmpty() ? "" : "\n")
                    .append("| ")
                    .append(String.join(" | ", cells))
                    .append(" |");
            if (i == 0) {
                table.append("\n|").append("---|".repeat(columns));
            }
        }
        return List.of(table.toString());
    }

    private void inline(Node node, StringBuilder out, boolean emphasised, boolean oneLine) {
        switch (node) {
            case TextNode text -> text(text.getWholeText(), out);
            case Element element -> element(element, out, emphasised, oneLine);
            default -> {}
        }
    }

    private void text(String text, StringBuilder out) {
        String words = SPACES.matcher(text).replaceAll(" ");
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(escaped(atStart ? words.stripLeading() : words));
    }

    private void element(Element element, StringBuilder out, boolean emphasised, boolean oneLine) {
        if (DROPPED.contains(element.normalName())) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> {
                while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
                    out.setLength(out.length() - 1);
                }
                out.append(oneLine ? " " : BREAK);
            }
            case "b", "strong" -> emphasis(element, "**", out, emphasised, oneLine);
            case "i", "em" -> emphasis(element, "*", out, emphasised, oneLine);
            case "code", "kbd", "samp", "tt" -> {
                String code = SPACES.matcher(words(element.wholeText())).replaceAll(" ");
                if (!code.isBlank()) {
                    out.append(span(code.strip()));
                }
            }
            case "a" -> link(element, out, emphasised, oneLine);
            case "img" ->
                pictures.apply(element.attr("src"))
                        .ifPresentOrElse(
                                reference -> out.append("![")
                                        .append(escaped(SPACES.matcher(element.attr("alt"))
                                                .replaceAll(" ")))
                                        .append("](")
                                        .append(reference)
                                        .append(')'),
                                () -> text(element.attr("alt"), out));
            default -> children(element, out, emphasised, oneLine);
        }
    }

    private void children(Element element, StringBuilder out, boolean emphasised, boolean oneLine) {
        for (Node child : element.childNodes()) {
            inline(child, out, emphasised, oneLine);
        }
    }

    /// Emphasis needs a word at each inner edge, or a blank at the outer one (CommonMark 0.31.2 §6.2).
    private void emphasis(Element element, String mark, StringBuilder out, boolean emphasised, boolean oneLine) {
        StringBuilder inner = new StringBuilder();
        children(element, inner, true, oneLine);
        String text = inner.toString();
        String stripped = strip(text);
        boolean possible = !emphasised
                && !stripped.isEmpty()
                && !stripped.contains("*")
                && (isWord(stripped.codePointAt(0))
                        || out.isEmpty()
                        || Character.isWhitespace(out.charAt(out.length() - 1)))
                && (isWord(stripped.codePointBefore(stripped.length())) || isBlankAfter(element));
        if (!possible) {
            out.append(text);
            return;
        }
        if (text.startsWith(" ") && !out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
        out.append(mark).append(stripped).append(mark);
        if (text.endsWith(" ")) {
            out.append(' ');
        }
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point);
    }

    private static boolean isBlankAfter(Element element) {
        return switch (element.nextSibling()) {
            case null -> true;
            case TextNode text ->
                text.getWholeText().isEmpty()
                        || Character.isWhitespace(text.getWholeText().charAt(0));
            case Element next -> isBlock(next) || next.normalName().equals("br");
            default -> false;
        };
    }

    private void link(Element element, StringBuilder out, boolean emphasised, boolean oneLine) {
        String address = element.attr("href").strip();
        String lower = address.toLowerCase(Locale.ROOT);
        boolean web = (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:"))
                && address.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '\\');
        StringBuilder inner = new StringBuilder();
        children(element, inner, emphasised, oneLine);
        String text = strip(inner.toString());
        if (web && !text.isEmpty() && element.select("a").size() == 1) {
            out.append('[').append(text).append("](<").append(address).append(">)");
        } else {
            out.append(text);
        }
    }

    /// Code between as many backticks as it needs.
    private static String span(String code) {
        String text = code.replace('\n', ' ');
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String ticks = "`".repeat(longest + 1);
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return ticks + pad + text + pad + ticks;
    }

    /// In code nothing can be escaped: what would be a deletion is set apart.
    private String words(String code) {
        return cloze ? code : code.replace("{{", "{ {");
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = switch (c) {
                case '\\', '`', '*', '[', ']', '<' -> true;
                case '_' -> !(isWordAt(text, i - 1) && isWordAt(text, i + 1));
                case '&' ->
                    i + 1 < text.length() && (text.charAt(i + 1) == '#' || Character.isLetter(text.charAt(i + 1)));
                case '{' -> !cloze && i + 1 < text.length() && text.charAt(i + 1) == '{';
                default -> false;
            };
            if (special) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static boolean isWordAt(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }
}
