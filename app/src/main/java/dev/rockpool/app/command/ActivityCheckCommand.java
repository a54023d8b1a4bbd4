package dev.rockpool.app.command;

import dev.rockpool.content.Activities;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.Finding;
import dev.rockpool.quiz.task.LabTasks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `activity check`: what is wrong in an activity, and where.
@Command(
        name = "check",
        description = {
            "Checks activities and prints each fault as file:line: rule: sentence.",
            "Each lab is run: its start must not reach every goal, and a solution must."
        })
final class ActivityCheckCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ActivityCommand activity;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Activity files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        PrintWriter out = Parent.of(activity).machine().out();
        ActivityParser parser = new ActivityParser(LabTasks::fault);
        List<Finding> faults = files.stream()
                .flatMap(file -> Activities.read(file, parser).faults().stream())
                .toList();
        faults.forEach(out::println);
        out.flush();
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }
}
