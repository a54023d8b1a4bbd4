/// The files of a store: volumes, which are log and store in one, and bodies too large for them.
///
/// Terms:
///
/// - **Volume**: a file that frames are appended to. The newest is **active**; the others are **sealed**
///   and never change again, but are dropped once what lives in them was written anew (**compaction**).
/// - **Frame**: what every piece of a volume is wrapped in: its length, a checksum, its body.
/// - **Data**: the encrypted bytes of a small object, with the name of its owner for compaction.
/// - **Changes**: what a commit does to the index; all of it or nothing.
/// - **Group**: the commits that reach the disk with one fsync. **Mark**: the frame that begins a group; by
///   standing there it says that everything before it is durable.
/// - **Body**: a file with the encrypted bytes of one large object or part, durable before a change names it.
/// - **Torn tail**: what a crash left of the last group, which was never acknowledged.
///
/// Files, numbers big-endian, `crc` being CRC-32C, ids in 16 hexadecimal digits:
///
/// ```
/// FOLDER/lock                  empty; locked by the process that has the store
/// FOLDER/service-keys          the store's own keys (package cipher)
/// FOLDER/reserve              only takes space, which is given back when the disk is full
/// FOLDER/index.mv              the index; derived, may be deleted
/// FOLDER/volumes/ID.volume     header frame*
/// FOLDER/bodies/XX/ID.body     encrypted frames of one body (package cipher); XX are the last two digits of ID
///
/// header  = 'RPOV' version:4 id:8 crc:4                  crc of all before it; the version is 1
/// frame   = length:4 crc:4 body                          length of the body; crc of length and body
/// body    = data | changes | mark | dropped
/// data    = 1:1 ownerLength:2 owner bytes
/// changes = 2:1 change*                                  what they mean is the index's business
/// change  = 1:1 keyLength:4 key valueLength:4 value      put
///         | 2:1 keyLength:4 key                          remove
/// mark    = 3:1 offset:8                                 where the mark itself begins in its file
/// dropped = 4:1 volume:8 needed:8 offset:8               a volume is gone; an index that was checkpointed before the
///                                                        place `offset` in volume `needed` is of no use
/// ```
///
/// Invariants:
///
/// - A commit is acknowledged after its group is written and, with sync, forced; only then the index learns
///   of it.
/// - Recovery cuts the active volume at its first broken frame, unless a mark stands behind it: then
///   something acknowledged is broken, which is reported and changes nothing. A broken frame in a sealed
///   volume is reported. Without sync there are no marks.
/// - Sealed volumes and bodies may have a second name in a branch's folder. So nothing is ever written to
///   one: a branch begins with a volume of its own, and only ever writes to that one and later ones.
/// - A volume is dropped after everything in it that still counts was written to a later one, the index was
///   made durable beyond that, and the notice of it is durable.
@NullMarked
package dev.rockpool.objectstore.volume;

import org.jspecify.annotations.NullMarked;
