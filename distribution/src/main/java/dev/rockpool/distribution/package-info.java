/// Makes what people install: an app image with a runtime of its own, and the system's package where its tools are.
///
/// **Runtime**: the modules of the JDK that Rockpool reaches, and JavaFX, linked (`jlink`). **App image**: the runtime,
/// the jars and a starter, in a folder that can be put anywhere (`jpackage`). **AOT cache**: the classes that a start
/// loads, kept as they are once loaded (JEP 483, JEP 514), so that the next start does not load them again; it fits one
/// runtime, one class path and one garbage collector, and is made here with those of the image.
///
/// Sources: JEP 282 (jlink), JEP 392 (jpackage), JEP 514 (ahead-of-time command-line ergonomics).
@org.jspecify.annotations.NullMarked
package dev.rockpool.distribution;
