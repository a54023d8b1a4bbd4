/// Encryption at rest: how bytes are sealed, and what the keys for it hang on.
///
/// Terms:
///
/// - **Frame**: up to 64 KiB of plain bytes, sealed on their own with AES-256-GCM, so that a range can be read without
///   what is before it. The nonce is the frame's place and whether it is the last: a frame that was moved, left out
///   or cut off does not open.
/// - **Object key**: 32 random bytes, one for each object; its bodies (one, or one a part) are sealed with it or with
///   keys derived from it.
/// - **Wrapped key**: a key sealed under another one, bound to the name of what it opens.
/// - **Service key**: the store's own key (SSE-S3). It rotates once a year of
///   the platform's time: new objects hang on the newest, old ones on theirs.
///
/// Files: `service-keys` is `'RPSK' version:4 count:4 (id:4 since:8 key:32)* crc:4`, readable by its owner only;
/// `since` is in milliseconds of the epoch, and not there in version 1.
///
/// Sources: NIST SP 800-38D (GCM; a key is never used with a nonce twice, since each body has a key of its own and
/// each frame a place of its own); RFC 2104 (HMAC) for derived keys.
@NullMarked
package dev.rockpool.objectstore.cipher;

import org.jspecify.annotations.NullMarked;
