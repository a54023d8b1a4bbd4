package dev.rockpool.app.store;

import dev.rockpool.app.task.Progress;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.DeleteOutcome;
import dev.rockpool.objectstore.DeleteResult;
import dev.rockpool.objectstore.StoredObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One act on many objects of a bucket, in the background, telling how far it is. A folder stands for all that is below
/// it. Ends between two objects if cancelled; what was done by then stays.
final class Batch {
    private static final int TOGETHER = 1_000;

    private final StoreDesk desk;
    private final Progress progress;
    private final String bucket;

    Batch(StoreDesk desk, Progress progress, String bucket) {
        this.desk = desk;
        this.progress = progress;
        this.bucket = bucket;
    }

    /// Deletes, a thousand with one request.
    ///
    /// @return the delete markers that came of it, by their keys, and how many objects it was
    Deleted delete(List<ObjectRow> lines) {
        List<String> keys = objects(lines).stream().map(StoredObject::key).toList();
        Map<String, String> markers = new LinkedHashMap<>();
        for (int from = 0; from < keys.size(); from += TOGETHER) {
            tell(from, keys.size());
            for (DeleteOutcome outcome :
                    desk.delete(bucket, keys.subList(from, Math.min(keys.size(), from + TOGETHER)))) {
                outcome.refusal().ifPresent(refusal -> {
                    throw new InputException(StoreDesk.REFUSED, outcome.object().key() + ": " + refusal.sentence());
                });
                outcome.result()
                        .filter(DeleteResult::isDeleteMarker)
                        .flatMap(DeleteResult::versionId)
                        .ifPresent(id -> markers.put(outcome.object().key(), id));
            }
        }
        return new Deleted(keys.size(), markers);
    }

    /// What a deletion of many came to.
    record Deleted(int objects, Map<String, String> markers) {}

    /// Takes delete markers away again.
    void undelete(Map<String, String> markers) {
        markers.forEach((key, id) -> desk.deleteVersion(bucket, key, id));
    }

    /// Copies each object onto itself in another class; one that is in it already, or archived, stays.
    ///
    /// @return how many were copied
    int changeClass(List<ObjectRow> lines, StorageClass to) {
        List<StoredObject> objects = objects(lines).stream()
                .filter(object -> object.storageClass() != to && !object.isOutOfReach())
                .toList();
        for (int at = 0; at < objects.size(); at++) {
            tell(at, objects.size());
            desk.changeClass(bucket, objects.get(at).key(), to);
        }
        return objects.size();
    }

    /// Copies each object to another place, with the path that it has below the folder that is shown.
    ///
    /// @param shown the folder that names leave out
    /// @param target a bucket, and after a slash what the copies' keys begin with
    /// @return how many were copied
    int copy(List<ObjectRow> lines, String shown, String target) {
        int slash = target.indexOf('/');
        String toBucket = slash < 0 ? target : target.substring(0, slash);
        String toPrefix = slash < 0 ? "" : target.substring(slash + 1);
        List<StoredObject> objects = reachable(lines);
        for (int at = 0; at < objects.size(); at++) {
            tell(at, objects.size());
            StoredObject object = objects.get(at);
            desk.copyTo(object, toBucket, toPrefix + object.key().substring(shown.length()));
        }
        return objects.size();
    }

    /// Writes each object into a folder, with the path that it has below the folder that is shown.
    ///
    /// @return the files
    List<Path> download(List<ObjectRow> lines, String shown, Path folder) {
        List<StoredObject> objects = reachable(lines);
        List<Path> files = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            tell(at, objects.size());
            StoredObject object = objects.get(at);
            Path file = folder.resolve(object.key().substring(shown.length())).normalize();
            // keys may say "..", "/" or nothing: a file never lands beside the folder
            if (!file.startsWith(folder) || file.equals(folder) || Files.isDirectory(file)) {
                throw new InputException(
                        StoreDesk.REFUSED, "The key " + object.key() + " is no name of a file in that folder.");
            }
            StoreDesk.makeFolder(Optional.ofNullable(file.getParent()).orElse(folder));
            desk.download(bucket, object.key(), Optional.empty(), file);
            files.add(file);
        }
        return files;
    }

    private List<StoredObject> reachable(List<ObjectRow> lines) {
        List<StoredObject> objects = objects(lines);
        objects.stream().filter(StoredObject::isOutOfReach).findFirst().ifPresent(archived -> {
            throw new InputException(
                    StoreDesk.REFUSED, archived.key() + " is archived: restore it first, or leave it out.");
        });
        return objects;
    }

    /// The objects that lines stand for.
    private List<StoredObject> objects(List<ObjectRow> lines) {
        List<StoredObject> objects = new ArrayList<>();
        for (ObjectRow line : lines) {
            progress.checkCancelled();
            switch (line.kind()) {
                case OBJECT -> desk.find(bucket, line.key()).ifPresent(objects::add);
                case FOLDER -> objects.addAll(desk.below(bucket, line.key()));
                case DELETED, PENDING -> {}
            }
        }
        return objects;
    }

    private void tell(int done, int all) {
        progress.report((double) done / all);
        progress.checkCancelled();
    }
}
