/// Who asks, and may they: accounts, request signatures, policies.
///
/// Terms (AWS IAM user guide):
///
/// - **Account**: owns resources. **Principal**: who asks - the root of an account, a user, a session of a
/// role, or nobody in particular (anonymous).
/// - **Signature**: proof that a request was made by the holder of a secret key.
/// - **Policy**: statements that allow or deny actions on resources under conditions.
@NullMarked
package dev.rockpool.identity;

import org.jspecify.annotations.NullMarked;
