package dev.rockpool.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.quiz.catalogue.Questions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamPaperTest {
    private static final String KEY_HEAD = "Key The right answer, then what leads to each wrong one";
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    private static List<PaperQuestion> questions(int count) {
        Questions questions = new Questions(SEED, Optional.empty());
        return IntStream.range(0, count)
                .mapToObj(index -> PaperQuestion.of(questions.get(index)))
                .toList();
    }

    private static byte[] bytes(ExamPaper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        paper.write(bytes);
        return bytes.toByteArray();
    }

    /// The text of pages as somebody who selects it gets it, in one line.
    private static String text(PDDocument document, int from, int until) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(until);
        return flat(stripper.getText(document));
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    @Test
    void everyQuestionStandsBeforeTheKeyAndEveryMistakeInIt() throws IOException {
        List<PaperQuestion> questions = questions(40);
        Path file = folder.resolve("exam.pdf");
        ExamPaper.Printed printed = new ExamPaper(questions, SEED).write(file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(printed.pages());
            String exam = text(document, 1, printed.keyFrom() - 1);
            String key = text(document, printed.keyFrom(), printed.pages());
            assertThat(exam).contains("page 1 of " + (printed.keyFrom() - 1)).doesNotContain(KEY_HEAD);
            assertThat(key).startsWith(KEY_HEAD).contains("page 1 of " + (printed.pages() - printed.keyFrom() + 1));
            for (int i = 0; i < questions.size(); i++) {
                PaperQuestion question = questions.get(i);
                // a foot may stand between the halves of a question only where it does not fit a page, which none does
                assertThat(exam).contains((i + 1) + ". " + flat(question.stem()));
                for (int option = 0; option < question.options().size(); option++) {
                    assertThat(exam)
                            .contains(PaperQuestion.letter(option) + " "
                                    + flat(question.options().get(option)));
                }
                assertThat(key).contains((i + 1) + ". " + flat(question.key()));
                question.mistakes().forEach(mistake -> {
                    assertThat(key).contains(flat(mistake));
                    assertThat(exam).doesNotContain(flat(mistake));
                });
                assertThat(question.mistakes()).isNotEmpty();
            }
        }
    }

    @Test
    void allFontsAreEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(new ExamPaper(questions(10), SEED)))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    /// Equal on another day too: neither time nor chance is in it.
    @Test
    void equalQuestionsGiveEqualBytes() {
        assertThat(bytes(new ExamPaper(questions(10), SEED))).isEqualTo(bytes(new ExamPaper(questions(10), SEED)));
        assertThat(bytes(new ExamPaper(questions(10), SEED))).isNotEqualTo(bytes(new ExamPaper(questions(10), 8)));
    }

    @Test
    void theFontsHaveEveryCharacterThatIsUsed() throws IOException {
        TreeSet<Integer> points = new TreeSet<>();
        "×≥≤µ→²³⁹÷√Σσ±½…–—“”’€°αβλπ∞≈≠−".codePoints().forEach(points::add);
        for (PaperQuestion question : questions(1000)) {
            List<String> texts = new ArrayList<>(question.options());
            texts.addAll(question.mistakes());
            texts.addAll(List.of(question.stem(), question.key(), question.blank()));
            texts.forEach(text -> text.codePoints().forEach(points::add));
        }
        try (PDDocument document = new PDDocument()) {
            Typeface face = Typeface.load(document, "Inter-Regular.ttf", "JetBrainsMono-Regular.ttf");
            assertThat(points)
                    .allSatisfy(point -> assertThat(face.has(point))
                            .as(Character.toString(point))
                            .isTrue());
            assertThat(face.runs("a\u4e00b"))
                    .singleElement()
                    .satisfies(run -> assertThat(run.text()).isEqualTo("a\ufffdb"));
        }
    }

    @Test
    void whatFitsNoLineAndNoPageGoesOn() throws IOException {
        String word = "x".repeat(300);
        String endless = "word ".repeat(2000).strip();
        ExamPaper paper = new ExamPaper(
                List.of(
                        new PaperQuestion(word, List.of(), "Answer", "1", List.of()),
                        new PaperQuestion(endless, List.of("≥ 5 µs", "2 × 3"), "", "A   ≥ 5 µs", List.of())),
                1);
        try (PDDocument document = Loader.loadPDF(bytes(paper))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            String all = text(document, 1, document.getNumberOfPages());
            assertThat(all.replace(" ", "")).contains(word);
            assertThat(all).contains("A ≥ 5 µs", "B 2 × 3");
            assertThat(all.split("word", -1)).hasSize(2001);
        }
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatThrownBy(() -> new ExamPaper(questions(1), SEED).write(folder.resolve("none/exam.pdf")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("none");
    }
}
