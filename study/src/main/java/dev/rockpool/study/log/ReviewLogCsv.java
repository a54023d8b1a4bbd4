package dev.rockpool.study.log;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.memory.Rating;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads review logs; the grammar stands in the description of this package. The first fault ends the reading: nothing
/// of a faulty log is used.
public final class ReviewLogCsv {
    /// The most reviews of one log.
    public static final int MOST_REVIEWS = 20_000_000;

    private static final String CARD = "card_id";
    private static final String TIME = "review_time";
    private static final String RATING = "review_rating";
    private static final String STATE = "review_state";
    private static final String DURATION = "review_duration";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ABSENT = -1;
    private static final int LAST_STATE = 3;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String name;
    private final Map<String, String> cardIds = new HashMap<>();

    private ReviewLogCsv(String name) {
        this.name = name;
    }

    /// The reviews of a file, in file order.
    ///
    /// @throws InputException naming file, line and field of the first fault
    public static List<LoggedReview> read(Path file) {
        ReviewLogCsv log = new ReviewLogCsv(file.toString());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw log.fault("log-unreadable", "is not a file that can be read");
        }
        try (InputStream bytes = Files.newInputStream(file);
                BoundedRecords characters =
                        new BoundedRecords(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            return log.read(characters);
        } catch (CharacterCodingException e) {
            throw log.notUtf8(file);
        } catch (IOException e) {
            throw new InputException("log-unreadable", file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<LoggedReview> read(BoundedRecords characters) throws IOException {
        try (CSVParser parser = FORMAT.parse(characters)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw fault("log-header", "is empty; it needs a header line with " + CARD + "," + TIME + "," + RATING);
            }
            Columns columns = columns(records.next());
            List<LoggedReview> reviews = new ArrayList<>();
            characters.nextRecord();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                characters.nextRecord();
                if (reviews.size() == MOST_REVIEWS) {
                    throw fault("log-too-long", "holds more than " + MOST_REVIEWS + " reviews");
                }
                reviews.add(review(parser.getCurrentLineNumber(), row, columns));
            }
            return reviews;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException quoting) {
                throw new InputException("log-quotes", name + " is not CSV: " + quoting.getMessage(), quoting);
            }
            throw e.getCause();
        }
    }

    /// Where the columns stand; [#ABSENT] for one that is not there.
    private record Columns(int count, int card, int time, int rating, int state) {}

    private Columns columns(CSVRecord header) {
        List<String> names = new ArrayList<>();
        for (String value : header) {
            String column = value.strip();
            names.add(
                    names.isEmpty() && !column.isEmpty() && column.charAt(0) == BYTE_ORDER_MARK
                            ? column.substring(1)
                            : column);
        }
        for (String column : List.of(CARD, TIME, RATING, STATE, DURATION)) {
            if (names.indexOf(column) != names.lastIndexOf(column)) {
                throw fault(1, "log-header", "has the column " + column + " twice");
            }
        }
        return new Columns(
                names.size(), needed(names, CARD), needed(names, TIME), needed(names, RATING), names.indexOf(STATE));
    }

    private int needed(List<String> names, String column) {
        int index = names.indexOf(column);
        if (index == ABSENT) {
            throw fault(
                    1,
                    "log-header",
                    "has no column " + column + "; its header is " + Quote.of(String.join(",", names)));
        }
        return index;
    }

    private LoggedReview review(long line, CSVRecord row, Columns columns) {
        if (row.size() != columns.count()) {
            throw fault(line, "log-ragged", "has " + row.size() + " fields where the header has " + columns.count());
        }
        String cardId = row.get(columns.card());
        if (cardId.isBlank()) {
            throw fault(line, "log-card", CARD + " is empty");
        }
        return new LoggedReview(
                line,
                cardIds.computeIfAbsent(cardId, id -> id),
                time(line, row.get(columns.time()).strip()),
                rating(line, row.get(columns.rating()).strip()),
                columns.state() == ABSENT
                        ? OptionalInt.empty()
                        : state(line, row.get(columns.state()).strip()));
    }

    private Instant time(long line, String text) {
        Instant time;
        try {
            time = isNumber(text) ? Instant.ofEpochMilli(Long.parseLong(text)) : IsoTime.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new InputException(
                    "log-time",
                    name + ":" + line + ": " + TIME + " " + Quote.of(text)
                            + " is neither ISO-8601 with an offset, such as 2026-11-23T20:15:00+01:00, nor epoch milliseconds",
                    e);
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw fault(line, "log-time", TIME + " " + Quote.of(text) + " is not within the years 1970 to 9998");
        }
        return time;
    }

    private Rating rating(long line, String text) {
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '4') {
            return Rating.of(text.charAt(0) - '0');
        }
        throw fault(line, "log-rating", RATING + " " + Quote.of(text) + " is not 1, 2, 3 or 4");
    }

    private OptionalInt state(long line, String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + LAST_STATE) {
            return OptionalInt.of(text.charAt(0) - '0');
        }
        throw fault(line, "log-state", STATE + " " + Quote.of(text) + " is not 0, 1, 2 or 3");
    }

    private static boolean isNumber(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        return text.length() > digits && text.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
    }

    private InputException fault(String code, String what) {
        return new InputException(code, name + " " + what);
    }

    private InputException fault(long line, String code, String what) {
        return new InputException(code, name + ":" + line + ": " + what);
    }

    /// Reads the file again to find the line: the decoder reads ahead of the parser and cannot say.
    private InputException notUtf8(Path file) {
        long line = 1;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int octet = bytes.read();
                    octet >= 0 && content.size() <= BoundedRecords.LONGEST;
                    octet = bytes.read()) {
                content.write(octet);
                if (octet == '\n') {
                    if (!isUtf8(content.toByteArray())) {
                        break;
                    }
                    content.reset();
                    line++;
                }
            }
        } catch (IOException e) {
            return new InputException("log-unreadable", name + " cannot be read: " + e.getMessage(), e);
        }
        return fault(line, "log-encoding", "holds bytes that are not UTF-8: save the file as UTF-8");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Ends the reading of a record that does not end, such as one with a quotation mark that is never closed, before
    /// it fills the memory.
    private static final class BoundedRecords extends Reader {
        /// The most characters of a record, give or take what the parser reads ahead.
        static final int LONGEST = 1 << 20;

        private final Reader source;
        private long sinceRecord;

        BoundedRecords(Reader source) {
            this.source = source;
        }

        void nextRecord() {
            sinceRecord = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = source.read(buffer, offset, length);
            sinceRecord += Math.max(0, count);
            if (sinceRecord > LONGEST) {
                throw new CSVException(
                        "a record is longer than %d characters; is a quotation mark not closed?", LONGEST);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
