package dev.rockpool.app.lab;

import dev.rockpool.simulators.Snapshot;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// A lab's own picture. It draws what it is shown and says what the pointer is on; nothing else. Foreground only.
///
/// @param <N> what it draws
public interface LabStage<N extends Snapshot> {
    /// The picture. It takes the room it is given.
    Region root();

    /// Shows a snapshot; called at most once a pulse.
    void show(N snapshot);

    /// Makes one thing of the picture stand out.
    ///
    /// @param subject as in [dev.rockpool.simulators.LabEvent#subject()]; empty for none
    void light(String subject);

    /// Who is told the subject under the pointer or the arrow keys, empty for none.
    void onPointed(Consumer<String> listener);

    /// Who is told what is dragged or chosen in the picture; a stage that only shows tells nobody.
    default void onEdit(StageEdits listener) {}
}
