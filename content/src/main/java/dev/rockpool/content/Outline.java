package dev.rockpool.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A Markdown file with front matter, cut at its headings of the first and second level.
///
/// What is a heading and what is code is decided by CommonMark, so that a `##` inside a code block cuts nothing.
///
/// @param frontMatter the fields of the front matter
/// @param top the sections under headings of the first level
/// @param sections the sections under headings of the second level
record Outline(Map<String, Object> frontMatter, List<Section> top, List<Section> sections) {
    /// Fields that Rockpool knows.
    static final Set<String> KNOWN_FIELDS = Set.of("Source", "Tags", "Fixes", "Accept", "Since", "Show", "Also", "Not");

    /// Known fields that stand in no ordinary sentence, so that one in the middle of a body is a mistake.
    private static final Set<String> MISPLACED = Set.of("Source", "Tags", "Fixes", "Accept", "Since");

    private static final Set<String> QUIZ_BLOCKS = Set.of("quiz", "match", "order", "numeric", "lab");
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z-]{0,39}):(?:[ \\t]+(.*))?");
    private static final int DEEPEST_NESTING = 50;

    /// Blocks only: what stands inside a paragraph plays no part in the outline.
    private static final Parser BLOCKS = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .inlineParserFactory(_ -> (_, _) -> {})
            .build();

    /// Reads a file. Without usable front matter the answer is empty.
    ///
    /// @param markdown the text, lines separated by LF
    static Optional<Outline> read(String file, String markdown, List<Finding> findings) {
        List<String> lines = List.of(markdown.split("\n", -1));
        Optional<FrontMatter> frontMatter = FrontMatter.read(file, lines, findings);
        return frontMatter.map(matter -> {
            Cutter cutter = new Cutter(file, lines, matter.bodyIndex(), findings);
            cutter.cut();
            return new Outline(matter.fields(), List.copyOf(cutter.top), List.copyOf(cutter.sections));
        });
    }

    /// Finds the headings, then everything that belongs to each.
    private static final class Cutter extends AbstractVisitor {
        private final String file;
        private final List<String> lines;
        private final int bodyIndex;
        private final List<Finding> findings;
        private final BitSet code = new BitSet();
        private final List<Heading> headings = new ArrayList<>();
        private final List<FencedCodeBlock> fences = new ArrayList<>();
        private final List<Section> top = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();

        Cutter(String file, List<String> lines, int bodyIndex, List<Finding> findings) {
            this.file = file;
            this.lines = lines;
            this.bodyIndex = bodyIndex;
            this.findings = findings;
        }

        void cut() {
            Node document = BLOCKS.parse(String.join("\n", lines.subList(bodyIndex, lines.size())));
            document.accept(this);
            if (headings.size() > DeckParser.MOST_SECTIONS) {
                findings.add(Rule.TOO_LARGE.at(
                        file,
                        1,
                        "The file has " + headings.size() + " headings; the most is " + DeckParser.MOST_SECTIONS
                                + ". Split it into several decks."));
                return;
            }
            int nextFence = 0;
            for (int i = 0; i < headings.size(); i++) {
                Heading heading = headings.get(i);
                int end = i + 1 < headings.size() ? firstLine(headings.get(i + 1)) : lines.size();
                List<FencedCodeBlock> within = new ArrayList<>();
                while (nextFence < fences.size() && firstLine(fences.get(nextFence)) < end) {
                    FencedCodeBlock fence = fences.get(nextFence++);
                    if (firstLine(fence) > lastLine(heading)) {
                        within.add(fence);
                    }
                }
                Section section = section(heading, end, within);
                (heading.getLevel() == 1 ? top : sections).add(section);
            }
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() <= 2 && heading.getParent() instanceof org.commonmark.node.Document) {
                headings.add(heading);
            }
        }

        @Override
        public void visit(FencedCodeBlock block) {
            markCode(block);
            if (block.getParent() instanceof org.commonmark.node.Document) {
                fences.add(block);
                return;
            }
            String info = info(block);
            if (QUIZ_BLOCKS.contains(info)) {
                findings.add(Rule.BLOCK_FORM.at(
                        file,
                        firstLine(block) + 1,
                        "This " + info + " block stands inside a list or quotation; move it to the left margin."));
            }
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            markCode(block);
        }

        @Override
        public void visit(HtmlBlock block) {
            markCode(block);
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
        }

        private void markCode(Block block) {
            code.set(firstLine(block), lastLine(block) + 1);
        }

        private int firstLine(Node node) {
            return bodyIndex + node.getSourceSpans().getFirst().getLineIndex();
        }

        private int lastLine(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            return bodyIndex + spans.getLast().getLineIndex();
        }

        private Section section(Heading heading, int end, List<FencedCodeBlock> within) {
            HeadingText text = HeadingText.of(raw(heading));
            int from = lastLine(heading) + 1;
            List<Section.Field> fields = new ArrayList<>();
            int until = takeFields(from, end, fields);
            while (from < until && lines.get(from).isBlank()) {
                from++;
            }
            while (until > from && lines.get(until - 1).isBlank()) {
                until--;
            }
            List<Section.Fence> fenced = new ArrayList<>();
            for (FencedCodeBlock block : within) {
                List<String> content = block.getLiteral().lines().toList();
                int first = firstLine(block);
                if (block.getClosingFenceLength() == null) {
                    findings.add(Rule.BLOCK_FORM.at(
                            file,
                            first + 1,
                            "This fenced block is not closed and takes in the rest of the file; end it with a line of "
                                    + block.getFenceCharacter().repeat(3) + "."));
                }
                fenced.add(new Section.Fence(
                        info(block), first - from, Math.min(lastLine(block) + 1, until) - from, first + 2, content));
            }
            findMisplacedFields(from, until);
            return new Section(
                    firstLine(heading) + 1,
                    text.text(),
                    text.id(),
                    text.classes(),
                    from + 1,
                    lines.subList(from, until),
                    code.get(from, until),
                    List.copyOf(fenced),
                    List.copyOf(fields));
        }

        private static String info(FencedCodeBlock block) {
            String info = block.getInfo();
            return info == null ? "" : info.strip();
        }

        /// The text of a heading as written, of one underlined with `---` its lines joined.
        private String raw(Heading heading) {
            int first = firstLine(heading);
            int last = lastLine(heading);
            String line = lines.get(first).strip();
            if (line.startsWith("#") && first == last) {
                return line;
            }
            return String.join(" ", lines.subList(first, last)).strip();
        }

        /// Takes fields from the end of `from..end` and answers where the rest ends.
        ///
        /// A field that Rockpool does not know counts only in a paragraph of fields, so that a last
        /// sentence such as "Note: …" stays in the answer.
        private int takeFields(int from, int end, List<Section.Field> fields) {
            int until = end;
            int fieldsOnlyFrom = -1;
            for (int i = end - 1; i >= from; i--) {
                String line = lines.get(i);
                if (line.isBlank()) {
                    fieldsOnlyFrom = -1;
                    continue;
                }
                Matcher field = FIELD.matcher(line.stripTrailing());
                if (code.get(i) || !field.matches()) {
                    break;
                }
                String name = field.group(1);
                String value = field.group(2) == null ? "" : field.group(2).strip();
                if (!KNOWN_FIELDS.contains(name)) {
                    if (fieldsOnlyFrom < 0) {
                        fieldsOnlyFrom = topOfFields(from, i);
                    }
                    if (fieldsOnlyFrom > i || value.isEmpty()) {
                        break;
                    }
                }
                fields.addFirst(new Section.Field(name, value, i + 1));
                until = i;
            }
            return until;
        }

        /// The first line of the paragraph that ends at `last` if it consists of fields, else a number above `last`.
        private int topOfFields(int from, int last) {
            int i = last;
            while (i >= from && !lines.get(i).isBlank()) {
                if (code.get(i) || !FIELD.matcher(lines.get(i).stripTrailing()).matches()) {
                    return last + 1;
                }
                i--;
            }
            return i + 1;
        }

        private void findMisplacedFields(int from, int until) {
            for (int i = from; i < until && findings.size() < DeckParser.MOST_FINDINGS; i++) {
                if (code.get(i)) {
                    continue;
                }
                Matcher field = FIELD.matcher(lines.get(i).stripTrailing());
                if (field.matches() && MISPLACED.contains(field.group(1))) {
                    findings.add(Rule.FIELD_FORM.at(
                            file,
                            i + 1,
                            "The field " + field.group(1)
                                    + " is followed by text; move it to the end of the section, where fields stand."));
                }
            }
        }
    }

    /// A heading's text, id and classes.
    private record HeadingText(String text, String id, List<String> classes) {
        private static final Pattern OPENING = Pattern.compile("^#{1,6}(?:[ \\t]+|$)");
        private static final Pattern CLOSING = Pattern.compile("(?:^|[ \\t])#+$");

        static HeadingText of(String raw) {
            String text = OPENING.matcher(raw).replaceFirst("").strip();
            if (text.endsWith("#")) {
                text = CLOSING.matcher(text).replaceFirst("").strip();
            }
            int open = text.lastIndexOf('{');
            if (open < 0 || !text.endsWith("}")) {
                return new HeadingText(text, "", List.of());
            }
            String attributes = text.substring(open + 1, text.length() - 1).strip();
            if (!attributes.startsWith("#") && !attributes.startsWith(".")) {
                return new HeadingText(text, "", List.of());
            }
            String id = "";
            List<String> classes = new ArrayList<>();
            for (String attribute : attributes.split("\\s+", -1)) {
                if (attribute.startsWith("#") && id.isEmpty()) {
                    id = attribute.substring(1);
                } else {
                    classes.add(attribute.startsWith(".") ? attribute.substring(1) : attribute);
                }
            }
            return new HeadingText(text.substring(0, open).strip(), id, List.copyOf(classes));
        }
    }
}
