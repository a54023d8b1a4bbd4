package dev.rockpool.app.command;

import picocli.CommandLine.IVersionProvider;

/// The version that `--version` prints, as the jar's manifest has it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Rockpool " + (version == null ? "(unpackaged)" : version)};
    }
}
