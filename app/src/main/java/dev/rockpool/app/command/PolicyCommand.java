package dev.rockpool.app.command;

import dev.rockpool.identity.policy.PolicyCases;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `policy CASE.json`: may this principal do this, and what decided it.
@Command(
        name = "policy",
        description = {
            "Decides whether a principal may do an action on a resource, and prints decision, kind, decidedBy and the"
                    + " trace that led there as one JSON line.",
            "The file holds one case or an array, which answers one line a case: principal, principalKind, account,"
                    + " action, resource, resourceAccount, context, identity, resource_policy, boundary, session,"
                    + " scps, rcps. Parts that are absent do not apply.",
            "Exit 1 if the only case is denied."
        })
final class PolicyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(paramLabel = "CASE.json", description = "Who wants to do what, under which policies.")
    private @Nullable Path cases;

    @Option(names = "--json", description = "JSON lines, which they always are.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Parent.of(rockpool).machine().out();
        PolicyCases.Outcome outcome = PolicyCases.read(Parent.of(cases)).answer(out::println);
        out.flush();
        return switch (outcome) {
            case DONE -> ExitCode.DONE;
            case DENIED -> ExitCode.NO;
            case FAULTY -> ExitCode.INPUT;
        };
    }
}
