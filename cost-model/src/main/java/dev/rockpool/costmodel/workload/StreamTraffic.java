package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamDesign;
import java.util.List;

/// A data stream with steady traffic all month; the rules stand in [StreamBilling].
public record StreamTraffic(StreamDesign design) implements Workload {
    @Override
    public List<UsageLine> lines(Tariff tariff) {
        StreamBilling billing = new StreamBilling(tariff.book(), tariff.region(), tariff.month());
        return billing.lines(billing.usage(design));
    }
}
