/// Storage classes and lifecycle rules: what they are, whether the service takes them, and what they do, when.
///
/// Terms:
///
/// - **Storage class**: where an object's bytes live ([StorageClass]), with its minimums, overheads and restores.
/// - **Access tier**: where an object lies inside Intelligent-Tiering ([AccessTier]); moved by access, not by rules.
/// - **Lifecycle configuration**: the rules of one bucket ([LifecycleConfiguration]); read from and written to
///   [JSON][LifecycleJson] and [XML][LifecycleXml], which answer the rules or every fault that the service would
///   find.
/// - **Transition**, **expiration**: the move of a version to another class; its end.
/// - **Midnight**: when things happen, a day's number ([Midnight]).
///
/// One decision for all who need it ([Lifecycle]):
///
/// - A **store** tracks a key and asks what is [next][KeyLifecycle#next]: it gets the midnight and the events, queues
///   the key by that midnight, acts, and tracks it anew. It never ticks through days.
/// - A **fleet** asks for the [course][Lifecycle#course] of one object of a cohort: a list of days and actions,
///   computed once for all objects of the same rules, class and day.
/// - A **lab** and the command line ask for the [timeline][Timeline] of a whole bucket.
///
/// Invariants: a decision follows from its arguments alone; no clock is read. The same versions under the same rules
/// have the same events whoever asks. An accepted configuration written and read again is the same.
@NullMarked
package dev.rockpool.lifecycle;

import org.jspecify.annotations.NullMarked;
