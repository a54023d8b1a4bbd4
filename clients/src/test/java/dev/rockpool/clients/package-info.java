/// Clients of the cloud's services, as they come, against the running platform.
@NullMarked
package dev.rockpool.clients;

import org.jspecify.annotations.NullMarked;
