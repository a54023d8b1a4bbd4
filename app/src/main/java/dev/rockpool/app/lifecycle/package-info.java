/// The stage of the lab *lifecycle*: a field of objects that sink from class to class while days pass, and a calendar
/// of what is to come.
@NullMarked
package dev.rockpool.app.lifecycle;

import org.jspecify.annotations.NullMarked;
