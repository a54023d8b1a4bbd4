/// The HTTP server that every endpoint stands on: where it binds, what it refuses before anyone looks at a
/// request, and how large anything may be.
///
/// - Binds to loopback only; a request whose `Host` is no name of this machine is refused, so that no web
///   page can reach an endpoint through a name of its own.
/// - Headers, bodies and times are bounded. HTTP/1.1 and HTTP/2 by prior knowledge on one port; a virtual
///   thread a request.
@NullMarked
package dev.rockpool.gateway;

import org.jspecify.annotations.NullMarked;
