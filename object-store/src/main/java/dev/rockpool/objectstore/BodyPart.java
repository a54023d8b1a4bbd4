package dev.rockpool.objectstore;

/// A run of plain bytes that is sealed as one body.
///
/// @param number of the part; 1 for the only body of an object
/// @param bytes plain
/// @param body where it lies
/// @param salt that its key is derived with; empty for the only body of an object
@SuppressWarnings("ArrayRecordComponent") // never compared
record BodyPart(int number, long bytes, Body body, byte[] salt) {}
