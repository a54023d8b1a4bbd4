package dev.rockpool.platform;

/// Hears as branches come and go; called by the thread that makes the change, while nobody else makes one.
public interface BranchListener {
    /// A branch can be used.
    void opened(Branch branch);

    /// A branch is about to be closed: nobody may use it when this returns.
    void closing(Branch branch);

    /// The origin is about to be closed because a branch takes its place: nobody may use it when this returns.
    void originClosing();

    /// There is another origin, or the former one again if the disk refused.
    void originOpened(Platform origin);
}
