package dev.rockpool.app.lab;

import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.task.TaskRunner;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The ways out of a lab that is presented: none to files, since there is no button for them.
record RoomlessWays(AppContext context) implements LabWays {
    @Override
    public Optional<Proof> proof(String id) {
        return Proof.of(id, context.library().snapshot());
    }

    @Override
    public Optional<Place> asked(String id) {
        return Leads.asked(id, context.library().snapshot());
    }

    @Override
    public RunningPlatform platform() {
        return context.platform();
    }

    @Override
    public TaskRunner tasks() {
        return context.tasks();
    }

    @Override
    public InstantSource clock() {
        return context.clock();
    }

    @Override
    public void open(Place place) {
        context.navigator().open(place);
    }

    @Override
    public void browse(URI address) {
        context.outside().open(address);
    }

    @Override
    public void copy(String text, String what) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().show(what);
    }

    @Override
    public void exportPicture() {}

    @Override
    public void exportTable() {}

    @Override
    public void exportScenario() {}

    @Override
    public void openScenario() {}

    @Override
    public void save() {}
}
