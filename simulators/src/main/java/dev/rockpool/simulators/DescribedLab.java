package dev.rockpool.simulators;

/// A [Lab] whose name, question and documents stand beside its class: `texts.properties`, `explanation.md`,
/// `docs/MODEL.md`.
public abstract class DescribedLab<S, R, N extends Snapshot> implements Lab<S, R, N> {
    private final String id;
    private final Class<?> home;

    /// What its presets, parameters, figures and challenges are worded with.
    protected final LabParts<S, R> parts;

    /// @param id the name that the command line, scenario files and cards use
    /// @param home the class that the texts stand beside
    protected DescribedLab(String id, Class<?> home) {
        this.id = id;
        this.home = home;
        this.parts = new LabParts<>(LabTexts.beside(home));
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String name() {
        return parts.texts().get("lab.name");
    }

    @Override
    public final String question() {
        return parts.texts().get("lab.question");
    }

    @Override
    public final String explanation() {
        return LabTexts.document(home, "explanation.md");
    }

    @Override
    public final String model() {
        return LabTexts.document(home, "docs/MODEL.md");
    }
}
