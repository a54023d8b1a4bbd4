package dev.rockpool.app.command;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.RockpoolException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// Runs one command and turns whatever happens into an exit code and at most one sentence on standard error.
public final class CommandLineRunner {
    /// A value that a usage error quotes is cut where [dev.rockpool.kernel.Quote] cuts.
    private static final Pattern LONG_QUOTATION = Pattern.compile("(['\"])([^'\"]{80})[^'\"]+\\1");

    private final Machine machine;
    private final RockpoolCommand root;

    public CommandLineRunner(Machine machine, Desktop desktop) {
        this.machine = machine;
        this.root = new RockpoolCommand(machine, desktop);
    }

    /// Runs the command that `arguments` name. No argument is the window, which opens without the parser of commands:
    /// that takes longer than all else of Rockpool's own before the first picture.
    ///
    /// @return the process's exit code, see [ExitCode]
    public int run(String... arguments) {
        int exit = arguments.length == 0 ? openWindow() : execute(arguments);
        machine.err().flush();
        if (machine.out().checkError()) {
            machine.err().println("rockpool: standard output could not be written in full.");
            machine.err().flush();
            return ExitCode.ENVIRONMENT;
        }
        return exit;
    }

    private int openWindow() {
        try {
            return root.call();
        } catch (RuntimeException failure) {
            return told(failure);
        }
    }

    private int execute(String... arguments) {
        return new CommandLine(root)
                .setOut(machine.out())
                .setErr(machine.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(usage())
                .setExecutionExceptionHandler((exception, _, _) -> told(exception))
                .execute(arguments);
    }

    private IParameterExceptionHandler usage() {
        return (ParameterException exception, String[] arguments) -> {
            String message = exception.getMessage() == null ? "the arguments cannot be read" : exception.getMessage();
            String oneLine =
                    LONG_QUOTATION.matcher(message.replaceAll("\\s+", " ")).replaceAll("$1$2…$1");
            String command = exception.getCommandLine().getCommandSpec().qualifiedName();
            machine.err().println("rockpool: " + oneLine.replaceAll("[.]$", "") + "; see " + command + " --help.");
            return ExitCode.INPUT;
        };
    }

    private int told(Exception exception) {
        if (exception instanceof RockpoolException known) {
            machine.err().println("rockpool: " + known.sentence());
            return switch (known) {
                case InputException _ -> ExitCode.INPUT;
                case EnvironmentException _ -> ExitCode.ENVIRONMENT;
            };
        }
        machine.err()
                .println("rockpool: this is a fault of Rockpool ("
                        + exception.getClass().getSimpleName() + "); please report it with " + report(exception) + ".");
        return ExitCode.ENVIRONMENT;
    }

    /// Writes the stack trace where the user can find it, and says where.
    private String report(Exception exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        Path file = root.home().root().resolve("fault.txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, trace.toString());
            return file.toString();
        } catch (IOException unwritable) {
            return "this trace:\n" + trace;
        }
    }
}
