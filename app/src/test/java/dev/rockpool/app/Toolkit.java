package dev.rockpool.app;

import dev.rockpool.app.theme.Assets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The JavaFX toolkit, started once for all tests of a run, without a display.
public final class Toolkit {
    private Toolkit() {}

    /// Starts the toolkit and loads the fonts.
    public static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        WaitForAsyncUtils.waitForAsyncFx(10_000, Assets::loadFonts);
    }

    /// Runs `act` on the thread that owns the interface and waits for its answer.
    public static <T> T call(Callable<T> act) throws TimeoutException, InterruptedException {
        start();
        try {
            return WaitForAsyncUtils.asyncFx(act).get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
