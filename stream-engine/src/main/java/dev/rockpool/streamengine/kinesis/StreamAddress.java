package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.StreamName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ARN of a stream, or of one of its enhanced fan-out consumers.
///
/// @param region where it is
/// @param account whose it is, twelve digits
/// @param stream the stream
/// @param consumer the consumer that is meant; the stream itself where empty
record StreamAddress(String region, String account, StreamName stream, Optional<Consumer> consumer) {
    private static final Pattern WRITTEN =
            Pattern.compile("arn:aws[a-z-]*:kinesis:([a-z0-9-]*):([0-9]{12}):stream/([a-zA-Z0-9_.-]{1,128})"
                    + "(?:/consumer/([a-zA-Z0-9_.-]{1,128}):([0-9]{1,18}))?");

    /// A consumer as its ARN names it: one that was registered again has another ARN.
    ///
    /// @param createdSeconds when it was registered, in seconds of the epoch
    record Consumer(ConsumerName name, long createdSeconds) {}

    /// Reads an ARN.
    static Optional<StreamAddress> find(String arn) {
        Matcher matcher = WRITTEN.matcher(arn);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Consumer> consumer = Optional.ofNullable(matcher.group(4))
                .map(name -> new Consumer(new ConsumerName(name), Long.parseLong(matcher.group(5))));
        return Optional.of(
                new StreamAddress(matcher.group(1), matcher.group(2), new StreamName(matcher.group(3)), consumer));
    }

    /// That of a consumer of this stream.
    StreamAddress of(ConsumerName name, long createdSeconds) {
        return new StreamAddress(region, account, stream, Optional.of(new Consumer(name, createdSeconds)));
    }

    /// That of the stream.
    StreamAddress ofStream() {
        return new StreamAddress(region, account, stream, Optional.empty());
    }

    /// The ARN.
    String arn() {
        String arn = "arn:aws:kinesis:" + region + ":" + account + ":stream/" + stream;
        return consumer.map(one -> arn + "/consumer/" + one.name() + ":" + one.createdSeconds())
                .orElse(arn);
    }

    @Override
    public String toString() {
        return arn();
    }
}
