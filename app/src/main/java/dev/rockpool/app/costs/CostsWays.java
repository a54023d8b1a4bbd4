package dev.rockpool.app.costs;

import dev.rockpool.app.fleet.FleetWays;
import dev.rockpool.costmodel.BillLine;
import java.math.BigDecimal;

/// What leads out of the screen: files, the web.
interface CostsWays extends FleetWays {
    /// Keeps the scenario under a name of its own.
    void save();

    /// Writes months and lines as CSV.
    void exportTable();

    /// Writes the picture as PNG.
    void exportPicture();

    /// Writes the usage as `price` takes it.
    void exportUsage();

    /// Asks for a price list, or corrections by hand.
    void importPrices();

    /// Goes to a branch of the store, in which time and rules can be tried on what is there; the rules of a fleet go
    /// along.
    @Override
    void tryOnData();

    /// Writes the fleet file.
    void exportFleet();

    /// Writes the lifecycle rules.
    void exportRules();

    /// Takes a price by hand in the place of a line's.
    void correctPrice(BillLine line, BigDecimal price);

    /// Goes back to the shipped prices.
    void forgetPrices();

    /// Opens a page.
    void browse(String address);
}
