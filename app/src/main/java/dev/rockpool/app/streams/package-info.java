/// Streams, as a screen: the streams of the platform that runs in the app, each as a map of hash-key range and time,
/// with the rates of its shards against their limits, producers and consumers to start and slow down, and what all of
/// it costs.
///
/// Terms: the **station** is where the app's own generators and consumers work; **traffic** is what the event log says
/// that shards did, second by second; a **picture** is all of it at one moment, ready to be painted.
@NullMarked
package dev.rockpool.app.streams;

import org.jspecify.annotations.NullMarked;
