package dev.rockpool.app.lab;

import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Snapshot;

/// What the views of one lab are built from.
record LabDesk<S, R, N extends Snapshot>(
        LabViewModel<S, R, N> model, Texts texts, Surroundings surroundings, LabWays ways) {}
