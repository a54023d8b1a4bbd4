package dev.rockpool.app.shell;

import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.RockpoolException;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A failure as it is told to a person.
///
/// @param code what to search for in `docs/errors.md`
/// @param sentence what went wrong, and where
/// @param cause why, if that is known; may be empty
/// @param nextStep what to do now
/// @param details what a developer needs besides, for the copy button only; may be empty
public record Fault(String code, String sentence, String cause, String nextStep, String details) {
    /// The code of a failure that nobody foresaw.
    public static final String UNEXPECTED = "app-unexpected";

    /// The failure told with the bundles' cause and next step for its code: keys `error.<code>.cause` and
    /// `error.<code>.next`, or `error.next` where a code has no step of its own.
    public static Fault of(RockpoolException failure, Texts texts) {
        return new Fault(
                failure.code(),
                failure.sentence(),
                texts.find("error." + failure.code() + ".cause").orElse(""),
                texts.find("error." + failure.code() + ".next").orElseGet(() -> texts.get("error.next")),
                failure.getCause() == null ? "" : trace(failure));
    }

    /// A failure nobody foresaw. What happened stands in the details.
    public static Fault unexpected(Throwable failure, Texts texts) {
        return new Fault(
                UNEXPECTED,
                texts.get("error.app-unexpected.sentence"),
                texts.get("error.app-unexpected.cause"),
                texts.get("error.app-unexpected.next"),
                trace(failure));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
