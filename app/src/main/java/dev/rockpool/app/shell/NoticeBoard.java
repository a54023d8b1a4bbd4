package dev.rockpool.app.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The notice that is being shown, and the undo it offers.
public final class NoticeBoard implements Notices {
    private final ReadOnlyObjectWrapper<Optional<Notice>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was just done.
    ///
    /// @param sentence as the user reads it
    /// @param undo takes it back, where that can be done
    public record Notice(String sentence, Optional<Runnable> undo) {}

    @Override
    public void show(String sentence) {
        current.set(Optional.of(new Notice(sentence, Optional.empty())));
    }

    @Override
    public void show(String sentence, Runnable undo) {
        current.set(Optional.of(new Notice(sentence, Optional.of(undo))));
    }

    /// Takes back what the notice tells of, once, and the notice with it.
    public void undo() {
        Optional<Runnable> undo = current.get().flatMap(Notice::undo);
        dismiss();
        undo.ifPresent(Runnable::run);
    }

    /// Takes the notice away.
    public void dismiss() {
        current.set(Optional.empty());
    }

    /// Whether there is something to take back.
    public boolean canUndo() {
        return current.get().flatMap(Notice::undo).isPresent();
    }

    /// The notice, if there is one.
    public ReadOnlyObjectProperty<Optional<Notice>> current() {
        return current.getReadOnlyProperty();
    }
}
