package dev.rockpool.simulators.access;

/// A request: who asks for what.
///
/// @param asker who asks
/// @param act what for
/// @param target of what
/// @param tls whether over TLS
/// @param team the tag `team` of who asks
/// @param objectTag the tag of the object
public record Asking(Asker asker, Act act, Target target, boolean tls, Team team, ObjectTag objectTag) {
    public Asking withAsker(Asker other) {
        return new Asking(other, act, target, tls, team, objectTag);
    }

    public Asking withAct(Act other) {
        return new Asking(asker, other, target, tls, team, objectTag);
    }

    public Asking withTarget(Target other) {
        return new Asking(asker, act, other, tls, team, objectTag);
    }

    public Asking withTls(boolean other) {
        return new Asking(asker, act, target, other, team, objectTag);
    }

    public Asking withTeam(Team other) {
        return new Asking(asker, act, target, tls, other, objectTag);
    }

    public Asking withObjectTag(ObjectTag other) {
        return new Asking(asker, act, target, tls, team, other);
    }
}
