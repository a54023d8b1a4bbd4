package dev.rockpool.app.costs;

/// What leads out of the screen: files, the web.
interface CostsWays {
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

    /// Goes to a branch of the store, in which time and rules can be tried on what is there.
    void tryOnData();

    /// Opens a page.
    void browse(String address);
}
