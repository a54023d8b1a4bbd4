package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceFileTest {
    private static final String HEADER =
            "service,item,unit,region,price,tier_from,tier_to,as_of,confidence,source,note\n";
    private static final String GOOD = "S3,storage,GB-Mo,eu,0.02,0,Inf,2026-01-02,primary,page,\n";

    @TempDir
    Path folder;

    @Test
    void readsAUsersFile() throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(file, "\uFEFF" + (HEADER + GOOD).replace("\n", "\r\n") + "\r\n");
        PriceSchedule schedule = PriceFile.read(file).require("S3", "storage", "eu");
        assertThat(schedule.unit()).isEqualTo("GB-Mo");
        assertThat(schedule.knownUpTo()).isEmpty();
    }

    @Test
    void columnsMayStandInAnyOrderAndTiersToo() {
        PriceBook book = PriceFile.parse("p.csv", """
                note,source,confidence,as_of,tier_to,tier_from,price,region,unit,item,service
                ,page,undated,,Inf,10,1,eu,GB,out,T
                ,page,primary,2026-01-02,10,0,2,eu,GB,out,T
                """);
        assertThat(book.require("T", "out", "eu").tiers())
                .extracting(tier -> tier.price().intValueExact())
                .containsExactly(2, 1);
    }

    /// The second row of the file, and what is wrong with it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "S3,a,GB,eu,x,0,Inf,,undated,page, | price: \"x\" is not a decimal number within bounds.",
                "S3,a,GB,eu,NaN,0,Inf,,undated,page, | price: \"NaN\" is not a decimal number within bounds.",
                "S3,a,GB,eu,1e99,0,Inf,,undated,page, | price: \"1e99\" is not a decimal number within bounds.",
                "S3,a,GB,eu,-1,0,Inf,,undated,page, | price: \"-1\" is negative.",
                "S3,a,GB,eu,1,0,0,,undated,page, | tier_to: \"0\" is not above tier_from 0.",
                "S3,a,GB,eu,1,5,Inf,,undated,page, | tier_from: \"5\" leaves a gap: no tier of this item and region covers 0 to 5.",
                "S3,storage,GB-Mo,eu,1,5,Inf,,undated,page, | tier_from: \"5\" overlaps another tier of the same item and region.",
                "S3,storage,GB-Mo,eu,1,0,Inf,,undated,page, | tier_from: \"0\" overlaps another tier of the same item and region.",
                "S3,storage,TB,eu,1,5,Inf,,undated,page, | unit: \"TB\" differs from \"GB-Mo\", the unit of line 2 for the same item and region.",
                "S3,a,GB,eu,1,0,Inf,2026,primary,page, | as_of: \"2026\" is not a date like 2026-09-25.",
                "S3,a,GB,eu,1,0,Inf,2026-02-30,primary,page, | as_of: \"2026-02-30\" is not a date like 2026-09-25.",
                "S3,a,GB,eu,1,0,Inf,,primary,page, | as_of: \"\" does not go with confidence primary: undated means no date.",
                "S3,a,GB,eu,1,0,Inf,2026-02-03,undated,page, | as_of: \"2026-02-03\" does not go with confidence undated: undated means no date.",
                "S3,a,GB,eu,1,0,Inf,2026-02-03,sure,page, | confidence: \"sure\" is not primary, secondary or undated.",
                "S3,a,GB,eu,1,0,Inf,,undated,, | source: \"\" is empty or has spaces around it.",
                "S3,a ,GB,eu,1,0,Inf,,undated,page, | item: \"a \" is empty or has spaces around it.",
                "S3,STALE a,GB,eu,1,0,Inf,,undated,page, | item: \"STALE a\" is marked as rejected and cannot be a price.",
                "S3,a,GB,eu,1 | the row has 5 values and the header 11 columns.",
                "S3,a\"b\"c\",\"GB,eu,1 | this row is not valid CSV (quotation marks)."
            })
    void aFaultNamesFileLineAndColumn(String row, String sentence) {
        assertThatThrownBy(() -> PriceFile.parse("p.csv", HEADER + GOOD + row + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("p.csv:3: " + sentence);
    }

    @Test
    void linesAreCountedOverQuotedLineBreaks() {
        String quoted = GOOD.replace("page,", "page,\"two\nlines\"");
        assertThatThrownBy(() -> PriceFile.parse("p.csv", HEADER + quoted + "\nS3\n"))
                .hasMessage("p.csv:5: the row has 1 values and the header 11 columns.");
    }

    @Test
    void aGapBetweenTiersIsFound() {
        String tiers = "S3,a,GB,eu,1,0,10,,undated,p,\nS3,a,GB,eu,1,20,Inf,,undated,p,\n";
        assertThatThrownBy(() -> PriceFile.parse("p.csv", HEADER + tiers))
                .hasMessage(
                        "p.csv:3: tier_from: \"20\" leaves a gap: no tier of this item and region covers 10 to 20.");
    }

    @Test
    void aWrongHeaderIsRefused() {
        assertThatThrownBy(() -> PriceFile.parse("p.csv", ""))
                .hasMessage("p.csv:1: the header lacks the column service.");
        assertThatThrownBy(() -> PriceFile.parse("p.csv", HEADER.replace("note", "note,extra")))
                .hasMessageStartingWith(
                        "p.csv:1: the header has the unknown column \"extra\"; known are service, item");
        assertThatThrownBy(() -> PriceFile.parse("p.csv", HEADER.replace("note", "note,note")))
                .hasMessage("p.csv:1: the header names a column twice.");
        // the file of rejected figures has neither confidence nor note
        assertThatThrownBy(() ->
                        PriceFile.parse("p.csv", "service,item,unit,region,price,tier_from,tier_to,source,as_of\n"))
                .hasMessage("p.csv:1: the header lacks the column confidence.");
    }

    @Test
    void afileThatCannotBeReadIsRefused() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> PriceFile.read(missing))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + ": there is no such file.");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, new byte[] {(byte) 0xe9});
        assertThatThrownBy(() -> PriceFile.read(latin)).hasMessage(latin + ": the file is not UTF-8 text.");
        assertThatThrownBy(() -> PriceFile.read(folder)).hasMessage(folder + ": the file cannot be read.");
    }
}
