package dev.rockpool.app.store;

import dev.rockpool.app.task.Progress;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.objectstore.ObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Brings files and whole folders into a bucket, telling how far it is by bytes; ends between two reads if cancelled.
final class Transfer {
    /// What fits one *PutObject* comes in one, larger files in parts of so many bytes: of the 10,000 that there may be,
    /// the largest object needs all.
    private static final long PART_BYTES = ObjectStore.LARGEST_PUT_BYTES;

    private final StoreDesk desk;
    private final Progress progress;
    private final long partBytes;
    private long done;
    private long all;

    Transfer(StoreDesk desk, Progress progress) {
        this(desk, progress, PART_BYTES);
    }

    /// @param partBytes of each part of a file that is larger than that
    Transfer(StoreDesk desk, Progress progress, long partBytes) {
        this.desk = desk;
        this.progress = progress;
        this.partBytes = partBytes;
    }

    /// A file and the key that it becomes.
    private record Planned(Path file, String key, long bytes) {}

    /// Uploads; a folder's files keep their path below its name.
    ///
    /// @param prefix that keys begin with
    /// @return how many objects were stored
    int into(String bucket, String prefix, List<Path> chosen) {
        List<Planned> planned = new ArrayList<>();
        for (Path each : chosen) {
            Path whole = each.toAbsolutePath().normalize();
            Path base = whole.getParent() == null ? whole : whole.getParent();
            for (Path file : StoreDesk.files(whole)) {
                String key = prefix + base.relativize(file).toString().replace('\\', '/');
                planned.add(new Planned(file, key, size(file)));
            }
        }
        all = planned.stream().mapToLong(Planned::bytes).sum() + planned.size();
        for (Planned each : planned) {
            progress.checkCancelled();
            try (InputStream bytes = new Counted(Files.newInputStream(each.file()))) {
                desk.put(bucket, each.key(), each.file(), bytes, each.bytes(), partBytes);
            } catch (IOException failure) {
                throw unreadable(each.file(), failure);
            }
            count(1);
        }
        return planned.size();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static EnvironmentException unreadable(Path file, IOException failure) {
        return new EnvironmentException("app-file-unreadable", Quote.of(file.toString()) + " cannot be read.", failure);
    }

    private void count(long bytes) {
        done += bytes;
        progress.report((double) done / all);
        progress.checkCancelled();
    }

    /// Tells how much was read of it.
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }
    }
}
