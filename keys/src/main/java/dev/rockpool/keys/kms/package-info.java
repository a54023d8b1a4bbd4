/// The wire protocol of the key service: AWS JSON 1.1, one `POST` an operation, named by `X-Amz-Target`.
///
/// Source: AWS KMS API reference 2014-11-01. Operations on keys that are not symmetric, on imported material, custom
/// key stores and other regions are answered with `UnsupportedOperationException`, by name.
@NullMarked
package dev.rockpool.keys.kms;

import org.jspecify.annotations.NullMarked;
