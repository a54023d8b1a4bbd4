package dev.rockpool.app.chart;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.kit.PngFile;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.text.Texts;
import java.nio.file.Path;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Writes charts as PNG, twice as large as on the screen, and as CSV.
public final class ChartFiles implements ChartWays {
    private static final double SCALE = 2;

    private final FileDialogs dialogs;
    private final UserFiles files;
    private final Texts texts;

    public ChartFiles(AppContext context, FileDialogs dialogs) {
        this.dialogs = dialogs;
        this.files = new UserFiles(context);
        this.texts = context.texts();
    }

    @Override
    public void savePicture(Chart chart, Region card) {
        dialogs.save(texts.get("chart.save.picture"), name(chart, ".png")).ifPresent(file -> {
            SnapshotParameters twice = new SnapshotParameters();
            twice.setTransform(new Scale(SCALE, SCALE));
            WritableImage image = card.snapshot(twice, null);
            files.write(file, (Path target) -> PngFile.write(target, image));
        });
    }

    @Override
    public void saveTable(Chart chart) {
        dialogs.save(texts.get("chart.save.table"), name(chart, ".csv"))
                .ifPresent(file -> files.write(file, chart.table().csv()));
    }

    private static String name(Chart chart, String ending) {
        return "rockpool-" + chart.id() + ending;
    }
}
