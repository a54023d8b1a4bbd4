package dev.rockpool.simulators.access;

import java.util.List;

/// The way a request takes from who asks to the service.
public enum Route {
    /// From the office, over the internet.
    INTERNET,
    /// From an instance with a public address, through the internet gateway of its VPC.
    INTERNET_GATEWAY,
    /// From an instance in a private subnet, through a NAT gateway.
    NAT_GATEWAY,
    /// From an instance in a private subnet, to an interface endpoint in it.
    INTERFACE_ENDPOINT,
    /// From an instance in a private subnet, by the route to a gateway endpoint.
    GATEWAY_ENDPOINT,
    /// From an instance in a private subnet without any way out.
    NONE;

    /// The ways there are, without [#NONE].
    static final List<Route> WAYS =
            List.of(INTERNET, INTERNET_GATEWAY, NAT_GATEWAY, INTERFACE_ENDPOINT, GATEWAY_ENDPOINT);

    /// Whether it goes through an endpoint of the VPC, which has a policy.
    public boolean isEndpoint() {
        return this == INTERFACE_ENDPOINT || this == GATEWAY_ENDPOINT;
    }

    /// Whether it has something in a zone that costs by the hour and the gigabyte.
    public boolean isZonal() {
        return this == NAT_GATEWAY || this == INTERFACE_ENDPOINT;
    }

    /// Whether it leads to `target`. A gateway endpoint leads to S3 and DynamoDB, either endpoint to its
    /// own region (AWS PrivateLink guide, *Gateway endpoints*, read 2026-11-27).
    public boolean leadsTo(Target target) {
        return switch (this) {
            case INTERNET, INTERNET_GATEWAY, NAT_GATEWAY -> true;
            case INTERFACE_ENDPOINT -> target != Target.BUCKET_ELSEWHERE;
            case GATEWAY_ENDPOINT -> target == Target.BUCKET || target == Target.TABLE;
            case NONE -> false;
        };
    }
}
