package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.simulators.Snapshot;

/// The picture of a [FramedStage], which knows things by their subjects.
///
/// @param <N> what it draws
public interface StagePicture<N extends Snapshot> extends Drawing.Painter {
    /// From now on this is drawn.
    void show(N snapshot);

    /// From now on this stands out; a subject that is none of its things for nothing.
    void light(String subject);

    /// The subject at a place of the last picture, empty for none.
    String at(double x, double y);
}
