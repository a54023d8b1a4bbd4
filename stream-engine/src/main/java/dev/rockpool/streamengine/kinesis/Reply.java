package dev.rockpool.streamengine.kinesis;

/// What an operation answers, before it is written.
///
/// @param likely about how many bytes it is, so that the buffer need not grow
/// @param members writes the members
record Reply(int likely, Answer.Writer members) {
    private static final int SMALL = 512;

    /// An answer without a body.
    static final Reply NOTHING = new Reply(0, _ -> {});

    boolean isEmpty() {
        return likely == 0;
    }

    static Reply of(Answer.Writer members) {
        return new Reply(SMALL, members);
    }
}
