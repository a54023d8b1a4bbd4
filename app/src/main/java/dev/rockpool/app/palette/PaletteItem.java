package dev.rockpool.app.palette;

/// Something that the palette finds by name.
///
/// @param kind what it is
/// @param name what it is found by
/// @param detail a second, quieter line: where it stands, or its keys; may be empty
/// @param open brings it to the front, on the foreground
public record PaletteItem(PaletteKind kind, String name, String detail, Runnable open) {}
