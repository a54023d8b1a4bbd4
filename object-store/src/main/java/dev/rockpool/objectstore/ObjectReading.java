package dev.rockpool.objectstore;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/// An object that is being read. Closing it lets go of its bytes.
///
/// Deleting or overwriting the object meanwhile changes nothing for the reader.
public interface ObjectReading extends Closeable {
    /// What is known of it.
    StoredObject object();

    /// The expiry by a lifecycle rule; empty if a version was named.
    Optional<RuleDate> expiration();

    /// The first byte, counted from the object's first.
    long first();

    /// How many bytes are read.
    long length();

    /// Whether a range or a part was asked for.
    boolean isPartial();

    /// The checksum of the part that was asked for, of an object whose parts have one.
    Optional<Checksum> partChecksum();

    /// How many parts the object has, if one was asked for.
    OptionalInt partsCount();

    /// Writes the bytes, decrypted and checked.
    ///
    /// @throws IOException if the target fails, or the disk
    void writeTo(OutputStream target) throws IOException;

    /// The bytes, for short ones.
    byte[] bytes() throws IOException;

    @Override
    void close();
}
