package dev.rockpool.study.anki;

/// How much a package may hold, so that a small file cannot stand for an endless one.
///
/// @param entries of the zip file
/// @param collectionBytes of the collection when it is unpacked
/// @param mediaBytes of all pictures that are taken, unpacked
/// @param ratio of unpacked to packed bytes, above [#FREE_BYTES]
/// @param characters of all text that is read
/// @param rows of notes, of cards and of reviews, each
record PackageLimits(int entries, long collectionBytes, long mediaBytes, int ratio, long characters, int rows) {
    /// So much may come of however little.
    static final long FREE_BYTES = 16L << 20;

    /// A hundred thousand files, 1 GiB of collection, 2 GiB of pictures, 250 to 1, 256 million characters, three
    /// million rows.
    static final PackageLimits STANDARD = new PackageLimits(100_000, 1L << 30, 2L << 30, 250, 256_000_000, 3_000_000);
}
