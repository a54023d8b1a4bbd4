package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.StreamRefusal;
import java.util.Optional;

/// An error as the service answers it.
final class KinesisError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String SERIALIZATION = "SerializationException";

    private final int status;
    private final String code;

    private KinesisError(int status, String code, Optional<String> sentence) {
        super(sentence.orElse(null), null, false, false);
        this.status = status;
        this.code = code;
    }

    /// One of the errors that answer 400, with its sentence.
    static KinesisError of(String code, String sentence) {
        return new KinesisError(400, code, Optional.of(sentence));
    }

    /// One of the errors that answer 400 without a sentence.
    static KinesisError bare(String code) {
        return new KinesisError(400, code, Optional.empty());
    }

    /// What the body holds cannot be read as what it should be.
    static KinesisError serialization(String sentence) {
        return of(SERIALIZATION, sentence);
    }

    /// The body is not even in its form.
    static KinesisError unreadable() {
        return bare(SERIALIZATION);
    }

    static KinesisError invalidArgument(String sentence) {
        return of("InvalidArgumentException", sentence);
    }

    static KinesisError validation(String sentence) {
        return of("ValidationException", sentence);
    }

    static KinesisError notFound(String sentence) {
        return of("ResourceNotFoundException", sentence);
    }

    static KinesisError of(StreamRefusal refusal) {
        int status = refusal.code() == StreamRefusal.Code.INTERNAL_FAILURE ? 500 : 400;
        return new KinesisError(status, refusal.code().wireName(), Optional.of(refusal.sentence()));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Optional<String> sentence() {
        return Optional.ofNullable(getMessage());
    }

    /// The member that holds the sentence: one error writes it in its own way.
    String sentenceName() {
        return code.equals(SERIALIZATION) ? "Message" : "message";
    }
}
