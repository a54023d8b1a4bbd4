package dev.rockpool.app.branches;

/// What leads out of the screen: files, other screens, notices.
interface BranchesWays {
    /// Writes the comparison as a page.
    void export();

    /// Goes to the Store screen.
    void store();

    /// Says what was done.
    void told(String sentence);
}
