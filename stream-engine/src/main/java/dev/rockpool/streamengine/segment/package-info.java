/// The files of the stream engine: one log of records a stream, and one journal of everything else.
///
/// Terms:
///
/// - **Frame**: what every piece of every file is wrapped in: its length, a checksum, its body.
/// - **Log**: the records of one stream, all shards together, in the order in which they came. **Ordinal**: a
///   record's place in its log, rising by the record; it is the index inside the sequence number.
/// - **Segment**: one file of a log. The newest is **active** and grows; all others never change again.
/// - **Group**: the records that reach the disk with one fsync. **Mark**: the frame that begins a group; it
///   says where it stands, and by standing there that everything before it is durable.
/// - **Torn tail**: what a crash left of the last group, which was never acknowledged.
/// - **Journal**: the states of streams, each entry durable before the next.
///
/// **Why a log a stream and not a shard.** A call of 500 records touches all shards of its stream. With a
/// file a shard it would wait for as many fsyncs as there are shards; with a log it waits for one, and
/// concurrent callers share it. An fsync costs 1 to 2 ms on the disks we measured, so that is the
/// difference between tens of calls a second and hundreds at 64 shards. The price is that one shard's
/// records do not stand side by side: eight bytes of index a record lead a reader to them, for the active
/// segment always, for others while they are read. Retention is a matter of the stream, so whole segments
/// can still be deleted.
///
/// Files, numbers big-endian, `crc` being CRC-32C:
///
/// ```
/// FOLDER/lock                    empty; locked by the process that has the folder
/// FOLDER/journal                 header entry*
/// FOLDER/journal.new             a journal that was being rewritten; deleted on opening
/// FOLDER/stream-ID/              a stream's log; ID is its id in 16 hexadecimal digits
/// FOLDER/stream-ID/BASE.segment  header (mark | record | sealed)*; BASE is its base ordinal in 16 hexadecimal digits
/// FOLDER/stream-ID/BASE.shared   empty; in a branch: the segments before BASE have other names elsewhere
///
/// frame   = length:4 crc:4 body            length of the body; crc of length and body
///
/// journal header = 'RPSA' version:4 firstOrdinal:8 crc:4          crc of all before it
/// journal entry  = frame of: ordinal:8 bytes                      ordinals rise by one; what the bytes mean is
///                                                                 the engine's business (StateCodec)
/// segment header = 'RPSG' version:4 streamId:8 baseOrdinal:8 firstArrival:8 crc:4
/// mark           = frame of: 2:1 offset:8                         where the mark itself begins in its file
/// record         = frame of: 1:1 shard:4 ordinal:8 arrival:8 keyLength:2 key data
/// sealed         = frame of: head box                             a record of an encrypted stream
/// head           = 3:1 shard:4 ordinal:8 arrival:8 keyNumber:4
/// box            = AES-256-GCM of (keyLength:2 key data) and its tag:16; nonce = 0:4 ordinal:8, head is bound to it
/// ```
///
/// `arrival` and `firstArrival` are milliseconds of the epoch; keys are UTF-8; the journal's version is 1, that of
/// segments 2 (1 had no sealed records, and is read). In a log
/// ordinals rise (with gaps where a group failed) and arrivals never fall.
///
/// Invariants:
///
/// - A record is acknowledged after its group is written and, with sync, forced. Before a group is written its
///   predecessor is durable or taken back.
/// - Recovery cuts the active segment at its first broken frame, unless a mark stands anywhere behind it:
///   then an acknowledged record is broken, which is reported ([DamagedException]) and changes nothing. A
///   broken frame in any other segment is reported when it is read. Without sync there are no marks, since
///   nothing was promised to survive a loss of power.
/// - A segment exists whole, durable and named before its first record; one without records beside others
///   is what a crash left, and is deleted.
/// - Segments that ended may have a second name in a branch's folder, so nothing is ever written to one. A
///   branch goes on in a segment of its own, which is kept while it is empty.
/// - Everything read is checked against its checksum and its index.
@NullMarked
package dev.rockpool.streamengine.segment;

import org.jspecify.annotations.NullMarked;
