package dev.rockpool.app.desktop;

import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Assets;
import dev.rockpool.app.tour.Tour;
import dev.rockpool.app.tour.TourReport;
import dev.rockpool.content.Glossary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;

/// The tour of the whole app.
public final class DesktopTour {
    private DesktopTour() {}

    /// Paints every stop into `folder` and ends the toolkit. Needs no display when started with
    /// `-Dglass.platform=Headless -Dprism.order=sw`.
    ///
    /// @throws dev.rockpool.kernel.EnvironmentException if a picture cannot be written
    public static TourReport run(Path folder) {
        CompletableFuture<TourReport> report = new CompletableFuture<>();
        Platform.startup(() -> {
            Assets.loadFonts();
            report.completeAsync(
                    () -> {
                        try (Tour tour = tour(Texts.in(Locale.ENGLISH))) {
                            return tour.paint(Tour.everything(TourStops.all()), folder);
                        }
                    },
                    Platform::runLater);
        });
        try {
            return report.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        } finally {
            Platform.exit();
        }
    }

    /// A tour over made-up data in temporary directories.
    public static Tour tour(Texts texts) {
        return new Tour(
                texts,
                TourWorld.CLOCK,
                TourWorld.ZONE,
                ScreenList.entries(),
                TourWorld::of,
                (data, shell) -> java.util.List.of(
                        new LibraryPalette(
                                data.library(), () -> Glossary.builtIn().terms(), shell.navigator()),
                        new LabPalette(shell.navigator())));
    }
}
