package dev.rockpool.simulators.access;

/// A month of requests like the one that is asked, but for some of them.
///
/// @param requests in the month, 0 to 10¹²
/// @param objectBytes the mean size of what each moves, 1 B to 48.8 TiB; sizes lie evenly between half and
///     one and a half of it
/// @param outsidePercent how many of a hundred come over the internet, with the same credentials, 0 to 100
/// @param plainPercent how many of a hundred come without TLS
/// @param otherTagPercent how many of a hundred are for objects without the tag
public record Traffic(long requests, long objectBytes, int outsidePercent, int plainPercent, int otherTagPercent) {
    public Traffic withRequests(long other) {
        return new Traffic(other, objectBytes, outsidePercent, plainPercent, otherTagPercent);
    }

    public Traffic withObjectBytes(long other) {
        return new Traffic(requests, other, outsidePercent, plainPercent, otherTagPercent);
    }

    public Traffic withOutsidePercent(int other) {
        return new Traffic(requests, objectBytes, other, plainPercent, otherTagPercent);
    }

    public Traffic withPlainPercent(int other) {
        return new Traffic(requests, objectBytes, outsidePercent, other, otherTagPercent);
    }

    public Traffic withOtherTagPercent(int other) {
        return new Traffic(requests, objectBytes, outsidePercent, plainPercent, other);
    }
}
