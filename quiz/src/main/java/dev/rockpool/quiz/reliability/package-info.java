/// Templates about durability and availability: how often objects are lost, what redundancy costs, how long a system is
/// down.
///
/// All are typed. Where the labs *durability* and *availability* have the rule, the right answer is theirs: what a
/// scheme stores for each byte, and how long blocks in series, parallel and k of n are down.
@NullMarked
package dev.rockpool.quiz.reliability;

import org.jspecify.annotations.NullMarked;
