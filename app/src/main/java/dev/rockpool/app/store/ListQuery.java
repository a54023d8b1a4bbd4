package dev.rockpool.app.store;

/// Which objects are listed.
///
/// @param bucket whose
/// @param prefix that keys begin with
/// @param flat whether every key is a line; otherwise keys roll up at the next slash
/// @param contains what keys contain; empty for anything. A list of these is flat
/// @param deleted whether keys under a delete marker are listed too
record ListQuery(String bucket, String prefix, boolean flat, String contains, boolean deleted) {
    String delimiter() {
        return flat || !contains.isEmpty() ? "" : "/";
    }
}
