package dev.rockpool.costmodel.offer;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceFile;
import dev.rockpool.costmodel.PriceKey;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The prices that a user brought: offer files, and corrections by hand in the columns of the price book.
///
/// Kept in one file, `own.csv`, in the columns of the price book, which its user may read and edit. What is imported
/// takes the place of what was imported before for the same item and region. A file at fault changes nothing.
///
/// @param folder of the file; it need not exist
public record OwnPrices(Path folder) {
    private static final String NAME = "own.csv";
    private static final String FAULT = "cost-price-file";
    private static final String FIRST_COLUMN = "service";

    /// What an import brought.
    ///
    /// @param from what it was, such as `AmazonS3 20260728131000` or the file's name
    /// @param prices how many items and regions have a price of their own now because of it
    /// @param leftOut items that several products claim at different prices
    public record Imported(String from, int prices, List<String> leftOut) {}

    /// The price book with these prices in it.
    ///
    /// @throws InputException if the file was edited and is at fault
    public PriceBook book() {
        return PriceBook.shipped().with(schedules());
    }

    /// The prices alone; none if nothing was imported.
    public List<PriceSchedule> schedules() {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? PriceFile.read(file).schedules() : List.of();
    }

    /// Takes the prices of `file` over: an offer file of the vendor, or a price file made by hand.
    ///
    /// @throws InputException if it is neither, or at fault
    public Imported take(Path file) {
        if (isPriceFile(file)) {
            List<PriceSchedule> corrections = PriceFile.read(file).schedules();
            corrections.forEach(correction -> check(file, correction));
            keep(corrections);
            return new Imported(String.valueOf(file.getFileName()), corrections.size(), List.of());
        }
        OfferPrices offer = OfferFile.read(file);
        keep(offer.schedules());
        return new Imported(
                offer.offer() + " " + offer.version(), offer.schedules().size(), offer.leftOut());
    }

    /// Takes one price by hand.
    ///
    /// @throws InputException if the price book has no such item, or prices it in another unit
    public void correct(PriceSchedule correction) {
        check(Path.of(correction.key().item()), correction);
        keep(List.of(correction));
    }

    /// Goes back to the shipped prices.
    public void forget() {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /// Puts exactly these prices in the place of all that are kept, to take an import back.
    public void replace(List<PriceSchedule> schedules) {
        if (schedules.isEmpty()) {
            forget();
        } else {
            write(schedules);
        }
    }

    private void keep(List<PriceSchedule> brought) {
        SequencedMap<PriceKey, PriceSchedule> all = new LinkedHashMap<>();
        schedules().forEach(schedule -> all.put(schedule.key(), schedule));
        brought.forEach(schedule -> all.put(schedule.key(), schedule));
        write(new ArrayList<>(all.values()));
    }

    private void write(List<PriceSchedule> schedules) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(NAME + ".new");
            Files.writeString(draft, PriceFile.format(schedules), StandardCharsets.UTF_8);
            Files.move(
                    draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private EnvironmentException unwritable(IOException failure) {
        return new EnvironmentException(
                "cost-prices-unwritable",
                Quote.of(folder.toString()) + " cannot be written, so your prices stay as they were.",
                failure);
    }

    /// A misspelt item would never be asked for, and a price in another unit would be wrong by its factor.
    private static void check(Path file, PriceSchedule correction) {
        PriceBook shipped = PriceBook.shipped();
        PriceKey key = correction.key();
        List<String> items = shipped.items(key.service());
        if (items.isEmpty()) {
            throw fault(
                    file,
                    "service: " + Quote.of(key.service()) + " is not in the price book; "
                            + NearMatches.of(key.service(), shipped.services()));
        }
        List<String> regions = shipped.regions(key.service(), key.item());
        if (regions.isEmpty()) {
            throw fault(
                    file,
                    "item: " + key.service() + " has no " + Quote.of(key.item()) + " in the price book; "
                            + NearMatches.of(key.item(), items));
        }
        String unit =
                shipped.require(key.service(), key.item(), regions.getFirst()).unit();
        if (!unit.equals(correction.unit())) {
            throw fault(
                    file,
                    "unit: " + key.service() + " " + Quote.of(key.item()) + " is priced in " + Quote.of(unit)
                            + ", not in " + Quote.of(correction.unit()));
        }
    }

    private static InputException fault(Path file, String what) {
        return new InputException(FAULT, file + ": " + what + "; nothing was imported.");
    }

    /// Whether the first row names the first column of a price file, wherever it stands.
    private static boolean isPriceFile(Path file) {
        try {
            if (OfferFile.isJson(file)) {
                return false;
            }
            try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                String first = text.readLine();
                return first != null
                        && List.of(first.replaceAll("[\"\uFEFF\\s]", "").split(",", -1))
                                .contains(FIRST_COLUMN);
            }
        } catch (IOException _) {
            return false; // the offer reader says what is wrong
        }
    }
}
