package dev.rockpool.app.paper;

import dev.rockpool.app.paper.Sheet.Paragraph;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.LabTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// An exam to print: the questions, numbered, then on pages of its own the key with the mistakes behind wrong answers.
///
/// @param questions in the order of their numbers
/// @param seed that brings the same exam again; it stands on every page
public record ExamPaper(List<PaperQuestion> questions, long seed) {
    private static final LabTexts TEXTS = LabTexts.beside(PaperQuestion.class);
    private static final float TITLE = 18;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 9;
    private static final float NUMBER_ROOM = 26;
    private static final float LETTER_ROOM = 20;
    private static final float BETWEEN = 16;

    public ExamPaper {
        questions = List.copyOf(questions);
    }

    /// What was written.
    ///
    /// @param pages all of them
    /// @param keyFrom the page on which the key begins, from 1
    public record Printed(int pages, int keyFrom) {}

    /// Writes the exam to a file, which takes its name when it is complete.
    ///
    /// @throws EnvironmentException when the file cannot be written (`quiz-paper`)
    public Printed write(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Printed printed = write(bytes);
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                Files.write(unfinished, bytes.toByteArray());
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "quiz-paper",
                    "The file " + Quote.of(file.toString())
                            + " cannot be written: check the folder's rights and the disk.",
                    e);
        }
        return printed;
    }

    /// The exam as bytes.
    Printed write(ByteArrayOutputStream bytes) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(seed);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(TEXTS.get("title"));
            information.setCreator("Rockpool");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage("en");
            Typeface regular = Typeface.load(document, "Inter-Regular.ttf", "JetBrainsMono-Regular.ttf");
            Typeface bold = Typeface.load(document, "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf");
            Sheet sheet = new Sheet(document, regular);

            head(sheet, bold, regular, TEXTS.get("title"), TEXTS.get("subtitle", questions.size()));
            sheet.add(List.of(plain(regular, SMALL, 10, TEXTS.get("name"))));
            for (int i = 0; i < questions.size(); i++) {
                sheet.add(question(i + 1, questions.get(i), regular, bold));
            }
            sheet.end();
            int exam = document.getNumberOfPages();

            head(sheet, bold, regular, TEXTS.get("key"), TEXTS.get("key.subtitle"));
            for (int i = 0; i < questions.size(); i++) {
                sheet.add(key(i + 1, questions.get(i), regular, bold));
            }
            sheet.end();
            int all = document.getNumberOfPages();

            sheet.footer(0, exam, TEXTS.get("foot", "{0}", "{1}", seed));
            sheet.footer(exam, all, TEXTS.get("key.foot", "{0}", "{1}", seed));
            document.save(bytes);
            return new Printed(all, exam + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory takes everything", e);
        }
    }

    private static void head(Sheet sheet, Typeface bold, Typeface regular, String title, String subtitle)
            throws IOException {
        sheet.add(List.of(plain(bold, TITLE, 0, title), plain(regular, SMALL, 0, subtitle)));
    }

    private static Paragraph plain(Typeface face, float size, float above, String text) {
        return new Paragraph(face, size, 0, "", face, 0, above, text);
    }

    private static List<Paragraph> question(int number, PaperQuestion question, Typeface regular, Typeface bold) {
        List<Paragraph> block = new ArrayList<>();
        block.add(new Paragraph(regular, TEXT, NUMBER_ROOM, number + ".", bold, 0, BETWEEN, question.stem()));
        for (int i = 0; i < question.options().size(); i++) {
            block.add(new Paragraph(
                    regular,
                    TEXT,
                    NUMBER_ROOM + LETTER_ROOM,
                    PaperQuestion.letter(i),
                    bold,
                    NUMBER_ROOM,
                    4,
                    question.options().get(i)));
        }
        if (!question.blank().isEmpty()) {
            block.add(new Paragraph(regular, TEXT, NUMBER_ROOM, "", bold, 0, 8, question.blank()));
        }
        return block;
    }

    private static List<Paragraph> key(int number, PaperQuestion question, Typeface regular, Typeface bold) {
        List<Paragraph> block = new ArrayList<>();
        block.add(new Paragraph(bold, TEXT, NUMBER_ROOM, number + ".", bold, 0, 10, question.key()));
        for (String mistake : question.mistakes()) {
            block.add(new Paragraph(regular, SMALL, NUMBER_ROOM, "", bold, 0, 1, mistake));
        }
        return block;
    }
}
