package dev.rockpool.study.anki;

/// A row of a collection's `revlog`.
///
/// @param id epoch milliseconds
/// @param cardId the card
/// @param ease 1 to 4 of an answer; 0 where nobody answered
/// @param interval afterwards, in days; below zero in seconds
/// @param factor 0 where a filtered deck did not reschedule
/// @param millis how long it took
/// @param type [#LEARN], [#REVIEW], [#RELEARN], [#FILTERED], [#MANUAL] or [#RESCHEDULED]
record AnkiReview(long id, long cardId, int ease, long interval, int factor, int millis, int type) {
    static final int LEARN = 0;
    static final int REVIEW = 1;
    static final int RELEARN = 2;
    static final int FILTERED = 3;
    static final int MANUAL = 4;
    static final int RESCHEDULED = 5;
}
