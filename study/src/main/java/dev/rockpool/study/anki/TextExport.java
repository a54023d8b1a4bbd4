package dev.rockpool.study.anki;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Writes notes as lines of text: guid, note type, deck, two fields of HTML, tags.
///
/// Anki reads the lines that begin with `#` (rslib/src/import_export/text/csv/metadata.rs); a spreadsheet reads the
/// head of the CSV file.
final class TextExport {
    static final List<String> COLUMNS = List.of("guid", "notetype", "deck", "front", "back", "tags");

    private TextExport() {}

    static void write(Path file, FileForm form, List<OutgoingNote> notes) throws IOException {
        boolean tabs = form == FileForm.TEXT;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(tabs ? '\t' : ',')
                .setRecordSeparator('\n')
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter lines = new CSVPrinter(writer, format)) {
            if (tabs) {
                writer.write("""
                        #separator:tab
                        #html:true
                        #guid column:1
                        #notetype column:2
                        #deck column:3
                        #tags column:6
                        """);
            } else {
                lines.printRecord(COLUMNS);
            }
            for (OutgoingNote note : notes) {
                lines.printRecord(
                        note.guid(),
                        type(note).name(),
                        note.deck(),
                        front(note),
                        back(note),
                        String.join(" ", note.tags()));
            }
        }
    }

    private static StockNotetype type(OutgoingNote note) {
        if (note.type().equals(OwnNotetype.CLOZE)) {
            return StockNotetype.CLOZE;
        }
        return note.type().equals(OwnNotetype.TYPED) ? StockNotetype.TYPED : StockNotetype.BASIC;
    }

    private static String front(OutgoingNote note) {
        return flat(note.field(note.type().equals(OwnNotetype.CLOZE) ? OwnNotetype.BACK : OwnNotetype.FRONT));
    }

    /// Of a cloze the corrections and sources alone; of the others they follow the answer.
    private static String back(OutgoingNote note) {
        StringBuilder back = new StringBuilder();
        if (!note.type().equals(OwnNotetype.CLOZE)) {
            back.append(note.field(OwnNotetype.BACK));
        }
        if (!note.field(OwnNotetype.CORRECTIONS).isEmpty()) {
            back.append("<div class=\"corrections\">")
                    .append(note.field(OwnNotetype.CORRECTIONS))
                    .append("</div>");
        }
        if (!note.field(OwnNotetype.SOURCES).isEmpty()) {
            back.append("<div class=\"sources\">")
                    .append(note.field(OwnNotetype.SOURCES))
                    .append("</div>");
        }
        return flat(back.toString());
    }

    /// On one line but in code, where line ends count: readers of text count lines.
    private static String flat(String html) {
        return html.contains("<pre>") ? html : html.replace("\n", " ");
    }
}
