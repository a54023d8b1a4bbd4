package dev.rockpool.app.study;

/// How far a session is.
///
/// @param done answers given
/// @param newLeft new cards to go
/// @param learningLeft cards in their steps to go
/// @param reviewLeft cards to review to go; in a session of chosen cards all that are to go
/// @param chosen whether the session is one of chosen cards
public record SessionProgress(int done, int newLeft, int learningLeft, int reviewLeft, boolean chosen) {
    /// Before a session.
    public static final SessionProgress NONE = new SessionProgress(0, 0, 0, 0, false);

    /// Cards to go.
    public int left() {
        return newLeft + learningLeft + reviewLeft;
    }

    /// The share that is done, 0 to 1.
    public double fraction() {
        int all = done + left();
        return all == 0 ? 0 : (double) done / all;
    }
}
