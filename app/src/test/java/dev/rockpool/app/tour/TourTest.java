package dev.rockpool.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.Toolkit;
import dev.rockpool.app.desktop.DesktopTour;
import dev.rockpool.app.desktop.TourStops;
import dev.rockpool.app.kit.PngFile;
import dev.rockpool.app.text.Texts;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every screen can be read: no fault in any picture of the tour.
///
/// The whole tour takes minutes; here every stop is painted in each of its states once, and in its usual state in one
/// more look or size, in turn from stop to stop. The campaign paints its usual state in every look and in every size
/// that leaves little room.
class TourTest {
    private static final boolean IS_CAMPAIGN = Campaign.isWhole();

    @TempDir
    Path folder;

    private static List<Tour.Shot> sample() {
        List<Tour.Shot> all = Tour.everything(TourStops.all());
        List<Tour.Shot> sample =
                new ArrayList<>(all.stream().filter(TourTest::isPlain).toList());
        Map<TourStop, List<Tour.Shot>> tight = all.stream()
                .filter(shot -> isUsual(shot) && !isPlain(shot) && !shot.size().equals(TourSize.LARGE))
                .collect(Collectors.groupingBy(Tour.Shot::stop, LinkedHashMap::new, Collectors.toList()));
        int turn = 0;
        for (List<Tour.Shot> shots : tight.values()) {
            sample.addAll(IS_CAMPAIGN ? shots : List.of(shots.get(turn % shots.size())));
            turn++;
        }
        return sample;
    }

    private static boolean isPlain(Tour.Shot shot) {
        return shot.look() == TourLook.LIGHT && shot.size().equals(TourSize.SMALL);
    }

    private static boolean isUsual(Tour.Shot shot) {
        return shot.state() == TourState.TYPICAL || !shot.stop().states().contains(TourState.TYPICAL);
    }

    private static TourReport paint(List<Tour.Shot> shots, Path folder) throws TimeoutException, InterruptedException {
        Toolkit.start();
        try (Tour tour = DesktopTour.tour(Texts.in(Locale.ENGLISH))) {
            return tour.paint(shots, folder, picture -> {});
        }
    }

    @Test
    void noPictureHasAFault() throws TimeoutException, InterruptedException {
        List<Tour.Shot> shots = sample();
        TourReport report = paint(shots, folder);
        assertThat(report.faults()).isEmpty();
        assertThat(report.pictures())
                .hasSameSizeAs(shots)
                .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        assertThat(report.pictures().stream().map(Path::getFileName)).doesNotHaveDuplicates();
    }

    @Test
    void paintsTheSamePictureTwice() throws TimeoutException, InterruptedException, IOException {
        List<Tour.Shot> one = sample().subList(0, 1);
        List<byte[]> pictures = new ArrayList<>();
        for (String run : List.of("first", "second")) {
            TourReport report = paint(one, folder.resolve(run));
            pictures.add(Files.readAllBytes(report.pictures().getFirst()));
        }
        assertThat(pictures.getFirst()).isEqualTo(pictures.getLast());
    }

    @Test
    void writesPicturesThatCanBeReadBack() throws TimeoutException, InterruptedException, IOException {
        Path file = folder.resolve("picture.png");
        Color read = Toolkit.call(() -> {
            WritableImage image = new WritableImage(3, 2);
            image.getPixelWriter().setColor(2, 1, Color.web("#0a766c"));
            PngFile.write(file, image);
            try (InputStream bytes = Files.newInputStream(file)) {
                return new Image(bytes).getPixelReader().getColor(2, 1);
            }
        });
        assertThat(read).isEqualTo(Color.web("#0a766c"));
    }
}
