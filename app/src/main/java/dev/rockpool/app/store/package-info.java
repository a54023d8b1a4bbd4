/// The Store screen: buckets, objects and versions of the platform that runs in the app, what each act costs, and what
/// the rules will do.
///
/// Terms are the service's: **bucket**, **key**, **version**, **delete marker**, **storage class**, **restore**.
///
/// - **Desk** ([StoreDesk]): the acts of the screen on the engine, as the account's root user; background only.
/// - **Page**: up to [PagedRows#PAGE] rows of a list that is read as one scrolls; [PagedRows#KEPT] pages are kept.
/// - **Detail**: all that is shown of the chosen object.
///
/// Invariants: the engine is never called on the foreground; a refusal of the store is told in its own words; no list
/// holds more rows than its kept pages.
@NullMarked
package dev.rockpool.app.store;

import org.jspecify.annotations.NullMarked;
