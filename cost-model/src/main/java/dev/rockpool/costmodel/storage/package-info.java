/// What stored objects cost: from the dated facts of an object's life to usage lines of `S3`, month by month.
///
/// Terms:
///
/// - **Life**: an object version's facts in order: stored in a class, read, restored, transitioned, deleted.
/// - **Place**: what a stored byte is priced as: a storage class, or a tier of Intelligent-Tiering.
/// - **Measure**: one thing that is counted for a bill, such as bytes kept in a place, or transitions into one.
/// - **Batch**: many objects that live alike. All that a bill needs of their sizes adds up, so that a batch of a
///   million objects is metered as fast as one and to the same digit.
///
/// Rules (pages `storage-class-intro`, `intelligent-tiering-overview`, `lifecycle-transition-general-considerations`,
/// `restoring-objects` of the S3 user guide, and <https://aws.amazon.com/s3/pricing/> of 2025-10-19):
///
/// - A GB-month is byte-hours over 2^30 and the hours of that month: 672 to 744 in a calendar month, 730 on request.
/// - Standard-IA, One Zone-IA and Glacier Instant Retrieval bill an object under 128 KB (131,072 bytes) as 128 KB.
/// - Glacier Flexible Retrieval, Deep Archive and the archive tiers of Intelligent-Tiering add to each object 32 KB at
///   their own rate and 8 KB at Standard's.
/// - An object that leaves a class (deleted, overwritten, transitioned) before its minimum duration pays that class's
///   storage for the time that was left, in the month in which it leaves.
/// - A transition is a request of the destination's price for each object, whatever its size. It bills from the moment
///   it was due, even when it ran later; the life holds the moment at which billing changes.
/// - Intelligent-Tiering monitors objects of 128 KB and more; the others stay in its frequent tier, unmonitored. Tiers
///   follow the last access, to the millisecond; entering the class counts as one.
/// - A restored copy is billed as Standard beside the archived object, from when it is ready until it is dropped.
///   Asking again while it is there charges the request and no retrieval.
/// - LIST is charged at Standard's PUT price in every class. DELETE and lifecycle expiration are free.
///
/// Chosen where the vendor says nothing: an early deletion charge of an archive class covers the object and its 32 KB,
/// not the 8 KB at Standard's rate; Intelligent-Tiering's monitoring is charged by the time an object was there.
///
/// Invariants: between a life and its usage lines there are whole numbers (millionths of byte-milliseconds, of
/// object-milliseconds, of requests, of bytes); no `double`, nothing rounded. A line's decimals are cut once, where it
/// is made ([dev.rockpool.costmodel.ByteTime#DECIMALS] of them).
@NullMarked
package dev.rockpool.costmodel.storage;

import org.jspecify.annotations.NullMarked;
