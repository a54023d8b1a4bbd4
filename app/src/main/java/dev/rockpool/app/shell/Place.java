package dev.rockpool.app.shell;

/// Where something can be seen: a screen, and an item in it.
///
/// @param screen the [ScreenEntry#id()]
/// @param item kind and id, such as `claim/q12-c3`, `card/q12-f1`, `question/q12`, `term/shard`; empty for the screen
///     as the user left it
public record Place(String screen, String item) {
    /// The screen as the user left it.
    public static Place of(String screen) {
        return new Place(screen, "");
    }

    /// An item of a screen.
    public static Place of(String screen, String kind, String id) {
        return new Place(screen, kind + "/" + id);
    }
}
