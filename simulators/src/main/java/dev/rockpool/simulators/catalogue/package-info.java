/// The list of labs; apart from the contract, which must not know its labs.
@NullMarked
package dev.rockpool.simulators.catalogue;

import org.jspecify.annotations.NullMarked;
