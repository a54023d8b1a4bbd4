package dev.rockpool.quiz.encryption;

import java.util.random.RandomGenerator;

/// A month of requests for objects.
///
/// @param uploads of it
/// @param downloads of it
public record Traffic(long uploads, long downloads) {
    private static final long UPLOADS = 50_000;
    private static final long MOST_UPLOADS = 5_000_000;
    private static final long DOWNLOADS = 1_000_000;
    private static final long MOST_DOWNLOADS = 200_000_000;

    static Traffic draw(RandomGenerator random) {
        return new Traffic(
                EncryptionTemplate.steps(random, UPLOADS, MOST_UPLOADS),
                EncryptionTemplate.steps(random, DOWNLOADS, MOST_DOWNLOADS));
    }

    long requests() {
        return uploads + downloads;
    }
}
