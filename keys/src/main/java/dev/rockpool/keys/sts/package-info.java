/// The wire protocol of the token service: forms in, XML out; as much of it as sessions of roles need.
///
/// Source: AWS STS API reference 2011-06-15.
@NullMarked
package dev.rockpool.keys.sts;

import org.jspecify.annotations.NullMarked;
