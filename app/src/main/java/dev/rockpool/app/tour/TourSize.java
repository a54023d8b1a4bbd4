package dev.rockpool.app.tour;

/// A window's size and zoom.
///
/// @param width in pixels
/// @param height in pixels
/// @param zoom in per cent
public record TourSize(int width, int height, int zoom) {
    /// A small laptop.
    public static final TourSize SMALL = new TourSize(1280, 800, 100);
    /// A desktop.
    public static final TourSize LARGE = new TourSize(1920, 1080, 100);
    /// The smallest window that is promised to work.
    public static final TourSize SMALLEST = new TourSize(1200, 760, 100);
    /// A desktop for tired eyes.
    public static final TourSize ZOOMED = new TourSize(1920, 1080, 150);

    /// The last part of a picture's name.
    @Override
    public String toString() {
        return width + "x" + height + (zoom == 100 ? "" : "-zoom" + zoom);
    }
}
