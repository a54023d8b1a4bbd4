/// Encryption keys: made, used, rotated, disabled, deleted; envelopes around data keys; key policies and grants.
///
/// Terms (AWS KMS developer guide, API 2014-11-01):
///
/// - **Key**: named by id, ARN or alias ([KeyService]). Its **material** never leaves; **rotation** adds new material
///   and keeps all old.
/// - **Data key**: made under a key, handed out in clear and **wrapped**. An **envelope** is both.
/// - **Encryption context**: names and values that must be said again to unwrap; they are bound, not kept.
/// - **Key policy**: without its word nobody may use a key, not even the account's administrator. **Grant**: lets one
///   principal do named operations with one key.
/// - **Managed key**: one that the account gets for a service on its first use, such as `aws/s3`.
///
/// Invariants:
///
/// - What was answered is durable: the whole of the keys is one file, replaced atomically ([KeyFile]).
/// - A key that is disabled or waits for its deletion does nothing; once its waiting period of 7 to 30 days is over its
///   material is gone, and with it all that was wrapped by it.
/// - Wrapped bytes name their key and material, so that they can be unwrapped without saying which key it was; a
///   flipped bit or another context is `InvalidCiphertextException`.
///
/// Wrapped bytes: version (1 byte, 1) · key id (16) · number of the material (4, big endian) · nonce (12) · AES-256-GCM
/// of the clear bytes with a tag of 16. Associated data: the names and values of the context, sorted by name, each as
/// length (4, big endian) and UTF-8.
@NullMarked
package dev.rockpool.keys;

import org.jspecify.annotations.NullMarked;
