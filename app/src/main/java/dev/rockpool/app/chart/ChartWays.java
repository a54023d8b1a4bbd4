package dev.rockpool.app.chart;

import javafx.scene.layout.Region;

/// Where a chart can be taken.
public interface ChartWays {
    /// Asks for a file and writes the card as a picture.
    ///
    /// @param card as it is shown
    void savePicture(Chart chart, Region card);

    /// Asks for a file and writes the numbers.
    void saveTable(Chart chart);
}
