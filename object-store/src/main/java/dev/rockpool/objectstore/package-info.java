/// The mini object store, in process: buckets of versioned objects, durable, encrypted, ageing by lifecycle
/// rules.
///
/// Terms are the service's own (Amazon S3 user guide and API reference 2006-03-01). Beside them:
///
/// - **Record**: what the index holds of a bucket, a version, an upload or a part.
/// - **Draft**: changes that are not durable yet, seen on top of the index; it becomes one commit, all or
///   nothing.
/// - **Envelope**: what is stored of an object's key; never the key.
/// - **Standing**: where a version is on its way through the classes.
/// - **Due**: a hint that something may happen at a moment; whether it does is decided then.
///
/// How it hangs together: [ObjectStore] is the API. A write is taken in without a lock (read, digested,
/// sealed: `Intake`), then judged and committed under its key's lock (`Objects`, `Uploads`, `Versions`). A
/// commit is one frame of changes in a volume (package volume); once it is durable the log tells it to the
/// `Catalog`, which applies it to the index (package index), and the listener hears the events. `Ageing` does
/// what is due before anybody looks; `Upkeep` writes the index and compacts volumes beside the work.
///
/// Invariants:
///
/// - What a method answered is durable. What it refused left nothing.
/// - Between looking at a key and the durable change of it nobody else changes it.
/// - Events of one key are told in the order of its changes, each after its change is durable.
/// - Nothing plain and no key in clear is ever on disk, but the store's own keys in `service-keys`.
@NullMarked
package dev.rockpool.objectstore;

import org.jspecify.annotations.NullMarked;
