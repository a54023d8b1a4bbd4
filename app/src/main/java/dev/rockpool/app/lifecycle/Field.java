package dev.rockpool.app.lifecycle;

/// Where dots stand in a band: the same place in every band, so that a dot sinks straight down.
///
/// @param rows dots above each other
/// @param pitch from one dot to the next
record Field(int rows, double pitch) {
    private static final double WIDEST = 16;
    private static final double NARROWEST = 3;
    private static final double STEP = 0.5;

    /// The field for `dots` in a band of that size, with the largest dots that have room.
    static Field of(int dots, double wide, double high) {
        for (double pitch = WIDEST; pitch > NARROWEST; pitch -= STEP) {
            int rows = (int) (high / pitch);
            int columns = (int) (wide / pitch);
            if ((long) rows * columns >= dots) {
                int needed = Math.ceilDiv(dots, Math.max(1, columns));
                return new Field(Math.clamp(needed, 1, Math.max(1, rows)), pitch);
            }
        }
        return new Field(Math.max(1, (int) (high / NARROWEST)), NARROWEST);
    }

    double x(int dot) {
        int column = dot / rows;
        return (column + 0.5) * pitch;
    }

    double y(int dot) {
        return (dot % rows + 0.5) * pitch;
    }

    double radius() {
        return pitch * 0.4;
    }
}
