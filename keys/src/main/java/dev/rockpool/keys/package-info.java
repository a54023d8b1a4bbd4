/// Encryption keys: made, used, rotated, disabled, deleted; envelopes around data keys; grants and key policies.
///
/// Terms (AWS KMS developer guide):
///
/// - **Key**: named by id, ARN or alias; its material never leaves. **Data key**: made under a key, handed out in clear
///   and wrapped. **Encryption context**: what must be said again to unwrap.
@NullMarked
package dev.rockpool.keys;

import org.jspecify.annotations.NullMarked;
