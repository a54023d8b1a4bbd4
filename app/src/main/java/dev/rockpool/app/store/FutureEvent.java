package dev.rockpool.app.store;

import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleEvent;

/// Something that the rules of a bucket will do, and what that costs.
///
/// @param event what, when, by which rule
/// @param cost of the act itself: the request, and what is left of a minimum duration
record FutureEvent(LifecycleEvent event, Money cost) {}
