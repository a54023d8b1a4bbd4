package dev.rockpool.app.desktop;

import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Assets;
import dev.rockpool.app.tour.Tour;
import dev.rockpool.app.tour.TourReport;
import dev.rockpool.content.Glossary;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The tour of the whole app.
public final class DesktopTour {
    private DesktopTour() {}

    /// Paints into `folder` every stop whose file name contains every word of `only`, and ends the toolkit. Needs no
    /// display when started with `-Dglass.platform=Headless -Dprism.order=sw`.
    ///
    /// @param painted is told each picture as it is written, on the toolkit's thread
    /// @throws InputException if there is no such picture
    /// @throws dev.rockpool.kernel.EnvironmentException if a picture cannot be written
    public static TourReport run(Path folder, String only, Consumer<Path> painted) {
        List<Tour.Shot> shots = Tour.everything(TourStops.all()).stream()
                .filter(shot -> Arrays.stream(only.split(" ")).allMatch(shot.fileName()::contains))
                .toList();
        if (shots.isEmpty()) {
            throw new InputException("app-tour-none", "No picture of the tour has " + Quote.of(only) + " in its name.");
        }
        Platform.startup(Assets::loadFonts);
        try (Tour tour = tour(Texts.in(Locale.ENGLISH))) {
            return tour.paint(shots, folder, painted);
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
                (data, shell) -> List.of(
                        new LibraryPalette(
                                data.library(), () -> Glossary.builtIn().terms(), shell.navigator()),
                        new LabPalette(shell.navigator()),
                        new QuizPalette(texts, shell.navigator()),
                        new CostsPalette(texts, shell.navigator()),
                        new StorePalette(data.platform(), texts, shell.navigator()),
                        new StreamPalette(data.platform(), texts, shell.navigator())));
    }
}
