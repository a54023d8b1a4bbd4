package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.util.List;

/// What one service does in one billing month.
public sealed interface Workload
        permits AthenaQueries,
                CatalogEntries,
                ContainerTasks,
                DeliveryStream,
                EncryptionKeys,
                ExpressWorkflows,
                FlinkApplication,
                FunctionInvocations,
                GatewayEndpoint,
                GlueJobs,
                InterfaceEndpoints,
                NatGateways,
                ObjectRequests,
                PricedItem,
                QueueRequests,
                Restores,
                StreamTraffic,
                TableRequests,
                Transfer,
                WarehouseQueries {
    /// The usage that it is billed as, without lines of nothing. Whether each has a price, the bill will tell.
    List<UsageLine> lines(Tariff tariff);
}
