/// Every sentence the interface shows, by key.
///
/// The bundles are the UTF-8 property files beside this package's classes, one for each part of the interface.
/// A message with arguments is a [java.text.MessageFormat] pattern, so an apostrophe is written `’`.
///
/// Invariant: no class of `app` holds a sentence that a person reads in a window; the pseudo-locale test finds those
/// that do.
@NullMarked
package dev.rockpool.app.text;

import org.jspecify.annotations.NullMarked;
