/// The frame that every lab stands in, once and for all; it knows no lab.
///
/// Terms:
///
/// - **Configuration**: a scenario and where it came from (preset, challenge, file), so that changes can be marked and
///   taken back.
/// - **Run**: one simulation of a configuration, in the background. It is told which second to show, and gets there a
///   slice at a time.
/// - **Moment**: everything that is shown of a run at one second; immutable.
/// - **Stage**: a lab's own picture, fed with moments ([LabStage]).
/// - **Question**: the prediction that a preset asks for before it runs, and what became of it.
///
/// Invariants:
///
/// - A simulation is stepped by one background task at a time, 25 ms long at most, so that a change made meanwhile is
///   heard within that time; what it has reached is shown between two slices.
/// - Kept of a run: at most [Keyframes#MOST] snapshots, [Timeline#MOST] points a line, [Playback#MOST_EVENTS] events.
///   Memory does not grow with the length of a run.
/// - The position moves on only when every run in sight has reached it: two configurations run on one clock.
@NullMarked
package dev.rockpool.app.lab;

import org.jspecify.annotations.NullMarked;
