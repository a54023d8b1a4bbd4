package dev.rockpool.costmodel.offer;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A price-list file of the vendor, in JSON or CSV, whichever its first character says.
public final class OfferFile {
    private static final int BYTE_ORDER_MARK = 0xEF;
    private static final int LONGEST_MARK = 3;

    private OfferFile() {}

    /// The prices in `file` that the price book has a place for.
    ///
    /// @throws InputException if it cannot be read, is cut off, is no offer file or not in US dollars
    public static OfferPrices read(Path file) {
        OfferDraft draft = new OfferDraft(file.toString(), UsageTypes.shipped());
        try {
            if (isJson(file)) {
                OfferJson.read(file, draft);
            } else {
                OfferCsv.read(file, draft);
            }
        } catch (CharacterCodingException failure) {
            throw new InputException(OfferDraft.CODE, file + ": the file is not UTF-8 text.", failure);
        } catch (NoSuchFileException failure) {
            throw new InputException(OfferDraft.CODE, file + ": there is no such file.", failure);
        } catch (IOException failure) {
            throw new InputException(OfferDraft.CODE, file + ": the file cannot be read.", failure);
        }
        return draft.finished();
    }

    /// Whether the first character that says something opens an object or an array.
    static boolean isJson(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            int first = bytes.read();
            if (first == BYTE_ORDER_MARK) {
                bytes.skipNBytes(LONGEST_MARK - 1);
                first = bytes.read();
            }
            while (first >= 0 && Character.isWhitespace(first)) {
                first = bytes.read();
            }
            return first == '{' || first == '[';
        }
    }
}
