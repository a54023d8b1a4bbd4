package dev.rockpool.app.lab;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.task.TaskRunner;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Ways out of a lab.
interface LabWays {
    /// The card, quiz item or claim of that id, if the decks have it.
    Optional<Proof> proof(String id);

    /// Questions about what a card, quiz item or claim is about, if its deck has any.
    Optional<Place> asked(String id);

    /// The platform that all screens share.
    RunningPlatform platform();

    /// Runs work in the background.
    TaskRunner tasks();

    /// Wall time.
    InstantSource clock();

    /// Goes to another place of the app.
    void open(Place place);

    /// Opens a web page.
    void browse(URI address);

    /// Puts text on the clipboard and says so.
    ///
    /// @param what was copied, for the notice
    void copy(String text, String what);

    /// Asks for a file and writes the picture of the stage and plot.
    void exportPicture();

    /// Asks for a file and writes every measured second.
    void exportTable();

    /// Asks for a file and writes the scenario.
    void exportScenario();

    /// Asks for a scenario file and opens it.
    void openScenario();

    /// Keeps the scenario under a name made from what it came from.
    void save();
}
