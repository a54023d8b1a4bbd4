package dev.rockpool.app.store;

import dev.rockpool.objectstore.StoredObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the view asks of the screen: acts that need a dialog, a notice, the clipboard or another pane.
interface StoreWays {
    /// Brings the chosen object's detail to where the focus is.
    void look();

    void uploadFiles();

    void uploadFolder();

    void upload(List<Path> files);

    /// Asks for a file and writes the chosen object, or one of its versions, into it.
    void download(Optional<StoredObject> version);

    /// Deletes what is chosen.
    void delete();

    /// Asks for a folder and writes all chosen objects into it.
    void downloadSeveral();

    /// The files of objects that are dragged out of the window; empty, and told why, if they cannot be.
    List<Path> dragOut(List<ObjectRow> lines);

    void copy(String text);

    /// Goes to where a branch of the platform is made.
    void branch();

    /// Goes to where lifecycle rules are played over a fleet.
    void price(String rules);

    /// Says what was done.
    void saved(String sentence);
}
