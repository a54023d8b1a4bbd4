package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;

/// What keeping the objects in one class costs.
///
/// @param storageClass where they live
/// @param bill of all months together
/// @param total of it
public record ClassCost(StorageClass storageClass, Bill bill, Money total) {}
