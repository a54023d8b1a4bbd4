/// What data streams cost: from what a stream did to usage lines of `KinesisDataStreams`.
///
/// Terms:
///
/// - **Mode**: *provisioned* pays for shards; *on-demand* pays for bytes; *on-demand advantage* pays less for bytes,
///   nothing for fan-out or stream-hours, but never for less than 25 MiB a second in and out, account and region.
/// - **PUT payload unit**: 25 KiB or a started part of it, of one record; provisioned only.
/// - **Billed bytes in**: each record rounded up to a whole KiB; on-demand only. Bytes out are never rounded.
/// - **Extended retention**: from 24 hours to 7 days; by the shard-hour when provisioned, else by the GB-month.
///   **Long-term retention**: beyond 7 days; always by the GB-month, and reading it back has a price when provisioned.
/// - **Enhanced fan-out**: a consumer with throughput of its own; by consumer-shard-hour and byte when provisioned.
///
/// Sources: the price list of September 2026 and <https://aws.amazon.com/kinesis/data-streams/pricing/> (2026-09-25),
/// as the price book tells line by line; key terms (1 KB = 1,024 bytes; 45 KB are two units) from the same page.
@NullMarked
package dev.rockpool.costmodel.stream;

import org.jspecify.annotations.NullMarked;
