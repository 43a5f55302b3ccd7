package glissade.app;

import glissade.config.InvalidExperiment;
import glissade.data.BadData;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.run.RunFailed;
import glissade.store.Damaged;
import glissade.store.RunLock;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What the user is told when a command throws: never a stack trace. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        command.getErr().println(message(failure));
        return code(failure);
    }

    static int code(Exception failure) {
        return isBadInput(failure)
                ? ExitCode.BAD_INPUT
                : failure instanceof RunLock.Held ? ExitCode.HELD : ExitCode.FAILED;
    }

    /** Whether it is the user's to put right. */
    static boolean isBadInput(Exception failure) {
        return failure instanceof InvalidExperiment
                || failure instanceof BadData
                || failure instanceof BadInput
                || failure instanceof BadFolder
                || failure instanceof DamagedRun
                || failure instanceof Damaged;
    }

    static String message(Exception failure) {
        if (failure instanceof BadData || failure instanceof BadInput) {
            return failure.getMessage() + "; nothing was started";
        }
        boolean clear = failure instanceof InvalidExperiment
                || failure instanceof RunFailed
                || failure instanceof BadFolder
                || failure instanceof DamagedRun
                || failure instanceof Damaged
                || failure instanceof RunLock.Held;
        return clear ? failure.getMessage() : "glissade failed: " + Reason.of(failure);
    }
}
