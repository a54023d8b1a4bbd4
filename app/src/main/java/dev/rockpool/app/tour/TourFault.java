package dev.rockpool.app.tour;

/// Something that a check found in a picture.
///
/// @param picture the file's name
/// @param check which check: `css`, `clipped`, `outside`, `contrast`, `projector`, `sizes`
/// @param sentence what is wrong, with the text and the place in the scene graph
public record TourFault(String picture, String check, String sentence) {
    @Override
    public String toString() {
        return picture + ": " + check + ": " + sentence;
    }
}
