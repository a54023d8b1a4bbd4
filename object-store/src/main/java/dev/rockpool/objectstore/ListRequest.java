package dev.rockpool.objectstore;

/// A page of keys.
///
/// @param prefix of the keys; empty for all
/// @param delimiter that rolls keys up; empty for none
/// @param after the key or common prefix after which the page begins; empty for the first page
/// @param max 0 to 1,000
public record ListRequest(String prefix, String delimiter, String after, int max) {
    /// The first page of everything.
    public static final ListRequest ALL = new ListRequest("", "", "", 1_000);

    /// The page after `key`.
    public ListRequest after(String key) {
        return new ListRequest(prefix, delimiter, key, max);
    }
}
