package dev.rockpool.objectstore;

import java.util.Optional;
import java.util.OptionalInt;

/// A *GetObject* or *HeadObject*.
///
/// @param versionId empty for the current version
/// @param range excludes a part number
/// @param partNumber from 1
/// @param customerKey of an object with a customer-provided key
public record GetRequest(
        Requester requester,
        Optional<String> versionId,
        Optional<ByteRange> range,
        OptionalInt partNumber,
        ReadCondition condition,
        Optional<CustomerKey> customerKey) {
    /// All of the current version.
    public static GetRequest by(Requester requester) {
        return new GetRequest(
                requester,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                ReadCondition.NONE,
                Optional.empty());
    }

    /// The same of a version.
    public GetRequest version(String id) {
        return new GetRequest(requester, Optional.of(id), range, partNumber, condition, customerKey);
    }

    /// The same of a range.
    public GetRequest range(ByteRange other) {
        return new GetRequest(requester, versionId, Optional.of(other), partNumber, condition, customerKey);
    }

    /// The same of a part.
    public GetRequest part(int number) {
        return new GetRequest(requester, versionId, range, OptionalInt.of(number), condition, customerKey);
    }

    /// The same under `other`.
    public GetRequest with(ReadCondition other) {
        return new GetRequest(requester, versionId, range, partNumber, other, customerKey);
    }

    /// The same with a customer's key.
    public GetRequest with(CustomerKey key) {
        return new GetRequest(requester, versionId, range, partNumber, condition, Optional.of(key));
    }
}
