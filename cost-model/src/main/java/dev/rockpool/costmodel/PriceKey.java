package dev.rockpool.costmodel;

/// What a price is for.
///
/// @param service as the price book names it, such as `KinesisDataStreams`
/// @param item as the price book names it, such as `provisioned.shard_hour`
/// @param region such as `us-east-1`, or [#EVERYWHERE]
public record PriceKey(String service, String item, String region) {
    /// The region of prices that hold in every region without a price of its own.
    public static final String EVERYWHERE = "all";

    @Override
    public String toString() {
        return service + " " + item + " in " + region;
    }
}
