package dev.rockpool.database;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Tells what the machine refused, in a sentence.
final class Failure {
    private Failure() {}

    static EnvironmentException unwritable(Path path, @Nullable Throwable cause) {
        return new EnvironmentException(
                "database-unwritable",
                "Rockpool cannot write to " + Quote.of(path.toString())
                        + ": give yourself write permission there, or choose another data directory with --home.",
                cause);
    }

    static EnvironmentException unusable(Path path, String part) {
        return new EnvironmentException(
                "database-path",
                "Rockpool cannot keep its database in " + Quote.of(path.toString()) + ", because of the "
                        + Quote.of(part) + " in it: choose another data directory with --home.");
    }

    static EnvironmentException newer(Path file, String migration) {
        return new EnvironmentException(
                "database-newer",
                "The database " + Quote.of(file.toString()) + " was written by a newer Rockpool (it has "
                        + Quote.of(migration) + "): use that version, or choose another data directory with --home.");
    }

    static EnvironmentException of(Path file, Throwable cause) {
        String name = Quote.of(file.toString());
        if (saysDiskFull(cause)) {
            return new EnvironmentException(
                    "database-disk-full",
                    "The disk that holds " + name + " is full: free some space, then try again; nothing is lost.",
                    cause);
        }
        return switch (errorCode(cause)) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new EnvironmentException(
                        "database-in-use",
                        "Another Rockpool is using " + name
                                + ": close it, or choose another data directory with --home.",
                        cause);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new EnvironmentException(
                        "database-damaged",
                        "The file " + name + " is not a Rockpool database or is damaged: move it away and restore a"
                                + " copy from the backups folder.",
                        cause);
            case ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.FILE_RENAME_FAILED_2 ->
                unwritable(file, cause);
            default ->
                new EnvironmentException(
                        "database-failed", "The database " + name + " refused: " + reason(cause) + ".", cause);
        };
    }

    /// The code of the innermost SQL exception that has one; 0 for none.
    private static int errorCode(Throwable failure) {
        int code = 0;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
                code = isTelling(code) ? code : sql.getErrorCode();
            }
        }
        return code;
    }

    /// General codes wrap the ones that say what happened.
    private static boolean isTelling(int code) {
        return code != 0
                && code != ErrorCode.GENERAL_ERROR_1
                && code != ErrorCode.IO_EXCEPTION_1
                && code != ErrorCode.IO_EXCEPTION_2;
    }

    private static boolean saysDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null) {
                String lower = message.toLowerCase(Locale.ROOT);
                if (lower.contains("no space left")
                        || lower.contains("not enough space")
                        || lower.contains("disk quota")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        String message = innermost.getMessage();
        return Quote.of(message == null ? innermost.getClass().getSimpleName() : message);
    }
}
