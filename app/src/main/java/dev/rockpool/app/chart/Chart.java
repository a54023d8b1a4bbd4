package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;

/// One chart, ready to be shown.
///
/// @param id names its files, such as `retention`
/// @param claim what the numbers say, as its title
/// @param note how to read it; empty for none
/// @param height of the picture, in pixels at 100 %
/// @param painter draws the picture
/// @param table the numbers
public record Chart(String id, String claim, String note, double height, Drawing.Painter painter, ChartTable table) {}
