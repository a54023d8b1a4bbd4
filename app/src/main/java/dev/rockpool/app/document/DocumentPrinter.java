package dev.rockpool.app.document;

import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.PaperStyles;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/// Lays the document out on pages and prints it: each question on a page of its own, no block cut in two.
final class DocumentPrinter {
    /// Screen pixels a printed point, so that 15 px of text come out as 10 pt.
    private static final double PIXELS_A_POINT = 1.5;

    private static final double GAP = 12;
    private static final double VERDICT_WIDTH = 116;

    private final Texts texts;

    DocumentPrinter(Texts texts) {
        this.texts = texts;
    }

    /// How printing ended.
    enum Outcome {
        PRINTED,
        CANCELLED,
        NO_PRINTER,
        FAILED
    }

    Outcome print(List<QuestionEntry> questions, Window owner) {
        if (Printer.getDefaultPrinter() == null) {
            return Outcome.NO_PRINTER;
        }
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return Outcome.CANCELLED;
        }
        double width = job.getJobSettings().getPageLayout().getPrintableWidth() * PIXELS_A_POINT;
        double height = job.getJobSettings().getPageLayout().getPrintableHeight() * PIXELS_A_POINT;
        for (Region page : pages(questions, width, height)) {
            page.getTransforms().setAll(new Scale(1 / PIXELS_A_POINT, 1 / PIXELS_A_POINT));
            if (!job.printPage(page)) {
                job.cancelJob();
                return Outcome.FAILED;
            }
        }
        return job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }

    /// The pages, each laid out and styled for paper.
    List<Region> pages(List<QuestionEntry> questions, double width, double height) {
        List<Region> pages = new ArrayList<>();
        for (QuestionEntry entry : questions) {
            fill(blocks(entry, width), width, height, pages);
        }
        return pages;
    }

    private static void fill(List<Region> blocks, double width, double height, List<Region> pages) {
        VBox measured = page(width);
        measured.getChildren().setAll(blocks);
        Scene scene = new Scene(measured, width, height);
        PaperStyles.put(scene);
        measured.applyCss();
        measured.layout();
        VBox page = page(width);
        double used = 0;
        for (Region block : List.copyOf(blocks)) {
            double needed = block.prefHeight(width) + GAP;
            if (used > 0 && used + needed > height) {
                pages.add(page);
                style(page, width, height);
                page = page(width);
                used = 0;
            }
            page.getChildren().add(block);
            used += needed;
        }
        pages.add(page);
        style(page, width, height);
    }

    private static void style(Region page, double width, double height) {
        Scene scene = new Scene(page, width, height);
        PaperStyles.put(scene);
        page.applyCss();
        page.layout();
    }

    private static VBox page(double width) {
        VBox page = new VBox(GAP);
        page.setPrefWidth(width);
        page.getStyleClass().add("rp-paper");
        return page;
    }

    private List<Region> blocks(QuestionEntry entry, double width) {
        Surroundings plain = new Surroundings(texts, (_, _) -> Optional.empty(), _ -> {});
        List<Region> blocks = new ArrayList<>();
        Label heading =
                new Label(entry.question().number() + ". " + entry.question().heading());
        heading.getStyleClass().add("rp-title");
        heading.setWrapText(true);
        blocks.add(heading);
        Region answer = new MarkdownView(entry.question().answer(), plain, Hits.NONE).root();
        answer.getStyleClass().add("rp-inset");
        blocks.add(answer);
        for (Claim claim : entry.deck().claims()) {
            blocks.add(claim(claim, plain, width - VERDICT_WIDTH - GAP));
        }
        return blocks;
    }

    private Region claim(Claim claim, Surroundings plain, double width) {
        HBox verdict = new HBox(VerdictMark.of(claim.verdict(), texts));
        verdict.getStyleClass().add("rp-claim-verdict");
        VBox words = new VBox(4, new MarkdownView(claim.statement(), plain, Hits.NONE).root());
        words.setMinWidth(width);
        words.setPrefWidth(width);
        words.setMaxWidth(width);
        if (!claim.correction().isEmpty()) {
            String since = claim.since().isEmpty() ? "" : " (" + claim.sinceText() + ")";
            words.getChildren().add(new MarkdownView("→ " + claim.correction() + since, plain, Hits.NONE).root());
        }
        Label sources = new Label(claim.sources().stream().map(Source::location).collect(Collectors.joining("\n")));
        sources.getStyleClass().addAll("rp-small", "rp-muted");
        sources.setWrapText(true);
        words.getChildren().add(sources);
        return new HBox(GAP, verdict, words);
    }
}
