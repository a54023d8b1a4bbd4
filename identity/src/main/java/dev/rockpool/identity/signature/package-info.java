/// Signatures of requests: Signature Version 4 made and verified, whole payloads and chunk by chunk.
///
/// Terms (S3 API reference, *Authenticating Requests (AWS Signature Version 4)*; IAM user guide, *Signature
/// Version 4*):
///
/// - **Canonical request**: the form of a request that both sides hash. **String to sign**: its hash, time
/// and scope.
/// - **Credential scope**: date, region and service that a signing key is derived for.
/// - **Presigned**: the signature stands in the query and ends after some seconds.
/// - **Chunk**: a piece of an `aws-chunked` body, signed with the signature before it; a **trailer** are
/// header fields that come after the last chunk.
///
/// Signature Version 2 is refused. Skew and ends of presigned addresses are judged by wall time.
@NullMarked
package dev.rockpool.identity.signature;

import org.jspecify.annotations.NullMarked;
