/// The stage of the lab *access*, the ways beside one another, the policies that are asked and the month of
/// requests; and what sends the request of a scenario to the running object store.
@NullMarked
package dev.rockpool.app.access;

import org.jspecify.annotations.NullMarked;
