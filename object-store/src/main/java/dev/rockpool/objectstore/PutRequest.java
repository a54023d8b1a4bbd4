package dev.rockpool.objectstore;

import java.util.OptionalLong;

/// A *PutObject*.
///
/// @param object what it is to have
/// @param checks what its bytes are held against
/// @param condition when it happens
/// @param expectedBytes how many bytes the body has, after all framing; one with fewer or more is refused
public record PutRequest(
        Requester requester,
        NewObject object,
        BodyChecks checks,
        WriteCondition condition,
        OptionalLong expectedBytes) {
    /// Of bytes of any number, plain and without a condition.
    public static PutRequest by(Requester requester) {
        return new PutRequest(requester, NewObject.PLAIN, BodyChecks.NONE, WriteCondition.NONE, OptionalLong.empty());
    }

    /// The same of another object.
    public PutRequest with(NewObject other) {
        return new PutRequest(requester, other, checks, condition, expectedBytes);
    }

    /// The same held against `other`.
    public PutRequest with(BodyChecks other) {
        return new PutRequest(requester, object, other, condition, expectedBytes);
    }

    /// The same under `other`.
    public PutRequest with(WriteCondition other) {
        return new PutRequest(requester, object, checks, other, expectedBytes);
    }

    /// The same with a body of `bytes`.
    public PutRequest of(long bytes) {
        return new PutRequest(requester, object, checks, condition, OptionalLong.of(bytes));
    }
}
