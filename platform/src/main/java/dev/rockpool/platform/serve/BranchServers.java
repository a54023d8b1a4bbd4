package dev.rockpool.platform.serve;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.gateway.FailureListener;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.BranchListener;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Platform;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// The servers of branches: each branch answers on ports of its own while it is there.
final class BranchServers implements BranchListener, AutoCloseable {
    private final Branches branches;
    private final Doorway doorway;
    private final Runnable ending;
    private final ServeOptions options;
    private final PriceBook prices;
    private final InstantSource wall;
    private final SecureRandom random;
    private final FailureListener failures;
    private final Map<String, PlatformServer> servers = new ConcurrentHashMap<>();

    /// @param doorway of the origin's server
    /// @param ending ends what the origin's server would answer for minutes
    /// @param options of the origin's server
    BranchServers(
            Branches branches,
            Doorway doorway,
            Runnable ending,
            ServeOptions options,
            PriceBook prices,
            InstantSource wall,
            SecureRandom random,
            FailureListener failures) {
        this.branches = branches;
        this.doorway = doorway;
        this.ending = ending;
        this.options = options.onOtherPorts();
        this.prices = prices;
        this.wall = wall;
        this.random = random;
        this.failures = failures;
    }

    /// The branches that are served.
    Branches branches() {
        return branches;
    }

    /// Where the services of a branch answer, by their names in short; nothing if it is not served.
    SequencedMap<String, URI> addresses(Branch branch) {
        return Optional.ofNullable(servers.get(branch.name()))
                .map(PlatformServer::addresses)
                .orElseGet(LinkedHashMap::new);
    }

    @Override
    public void opened(Branch branch) {
        servers.put(branch.name(), PlatformServer.open(branch.platform(), options, prices, wall, random, failures));
    }

    @Override
    public void closing(Branch branch) {
        Optional.ofNullable(servers.remove(branch.name())).ifPresent(PlatformServer::close);
    }

    @Override
    public void originClosing() {
        ending.run();
        doorway.close();
    }

    @Override
    public void originOpened(Platform origin) {
        doorway.open(origin);
    }

    @Override
    public void close() {
        branches.hearNoMore(this);
        servers.values().forEach(PlatformServer::close);
        servers.clear();
    }
}
