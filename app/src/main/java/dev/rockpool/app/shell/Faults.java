package dev.rockpool.app.shell;

import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.RockpoolException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The faults that are being told, newest first, one a code.
public final class Faults implements ErrorSurface {
    private static final int TOLD_AT_ONCE = 3;

    private final Texts texts;
    private final ObservableList<Fault> told = FXCollections.observableArrayList();

    public Faults(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void show(Fault fault) {
        clear(fault.code());
        told.addFirst(fault);
        if (told.size() > TOLD_AT_ONCE) {
            told.removeLast();
        }
    }

    @Override
    public void show(RockpoolException failure) {
        show(Fault.of(failure, texts));
    }

    @Override
    public void show(Throwable failure) {
        if (failure instanceof RockpoolException known) {
            show(known);
        } else {
            show(Fault.unexpected(failure, texts));
        }
    }

    @Override
    public void clear(String code) {
        told.removeIf(fault -> fault.code().equals(code));
    }

    /// What is being told.
    public ObservableList<Fault> told() {
        return told;
    }
}
