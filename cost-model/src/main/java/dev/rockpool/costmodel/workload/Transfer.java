package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Bytes that leave: to the internet, to other zones, to another region. What comes in costs nothing.
///
/// Between zones both directions are billed, where the bytes leave and where they arrive
/// (<https://aws.amazon.com/ec2/pricing/on-demand/>, seen 2024 to 2026). Internet traffic is added up over all regions,
/// which the bill does. A pair of regions that the price book names has a price of its own.
///
/// @param bytesOut to the internet
/// @param bytesAcrossZones from one zone of the region to another
/// @param bytesToRegion to another region
/// @param otherRegion which; empty if it does not matter
public record Transfer(BigDecimal bytesOut, BigDecimal bytesAcrossZones, BigDecimal bytesToRegion, String otherRegion)
        implements Workload {
    private static final String SERVICE = "DataTransfer";
    private static final BigDecimal BOTH_DIRECTIONS = BigDecimal.TWO;

    public Transfer {
        Started.notNegative("bytesOut", bytesOut);
        Started.notNegative("bytesAcrossZones", bytesAcrossZones);
        Started.notNegative("bytesToRegion", bytesToRegion);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        String pair = "inter_region " + tariff.region() + " -> " + otherRegion;
        return new UsageList(tariff)
                .addBytes(SERVICE, "out_to_internet", bytesOut)
                .addBytes(SERVICE, "intra_region cross-AZ", bytesAcrossZones.multiply(BOTH_DIRECTIONS))
                .addBytes(SERVICE, tariff.prices(SERVICE, pair) ? pair : "out_to_other_regions", bytesToRegion)
                .lines();
    }
}
