/// Fleets: many objects under lifecycle rules over months, and what they cost.
///
/// Terms:
///
/// - **Fleet**: objects described by groups with distributions, or the objects of a real inventory report.
/// - **Kind**: what objects share that decides their lives: key prefix, tags, storage class, reads, deletes, the band
///   of sizes between which no rule and no price distinguishes.
/// - **Cohort**: objects of one kind that were created on one day, as a batch. Lives are decided by kind and day, and
///   all that a bill needs of sizes adds up: a fleet run object by object and run by cohorts costs the same to the last
///   digit.
/// - **Plan**: what a fleet costs under one lifecycle configuration.
///
/// Chosen, and told in `docs/fleet-format.md`:
///
/// - A fleet counts in days: an object is created at noon (UTC) of its day. That a real one was created at 09:15 moves
///   no transition, which happen at midnights.
/// - Rules are put just before the first month; what is due by then happens at its first midnight. Objects that were in
///   a class before have been in it since they were created.
/// - Reads are expected values: an object that is read 0.3 times a month costs 0.3 reads. In Intelligent-Tiering the
///   share of objects that nobody read for 30 and 90 days is that of a Poisson process, which takes each access to come
///   by itself. Reading an archived object restores it; the copy serves the reads of the days that it is there.
///
/// Numbers drawn at random and rates are `double`s; what leaves them are whole objects, whole bytes and millionths of
/// reads, and from there on nothing rounds ([dev.rockpool.costmodel.storage]).
@NullMarked
package dev.rockpool.costmodel.fleet;

import org.jspecify.annotations.NullMarked;
