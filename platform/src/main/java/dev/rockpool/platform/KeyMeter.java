package dev.rockpool.platform;

import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.keys.KeyDescription;
import dev.rockpool.keys.KeyEvent;
import dev.rockpool.keys.KeyListener;
import dev.rockpool.keys.KeyState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts what keys cost: the time that the account's own keys are there, and requests.
///
/// A key costs a month's price, prorated, its first and its second rotation each as much again, later ones
/// nothing; while it waits for its deletion it costs nothing, and the key that an account has for a service
/// never does (<https://aws.amazon.com/kms/pricing/>, seen 2026). Safe for several threads.
final class KeyMeter implements KeyListener {
    private static final String SERVICE = "KMS";
    private static final int PAID_ROTATIONS = 2;
    private static final int REQUESTS_PER_PRICE = 4;
    private static final int DECIMALS = 12;

    private final Map<UUID, Integer> rotations = new HashMap<>();
    private final Map<UUID, Boolean> billed = new HashMap<>();
    private BigInteger keyMillis = BigInteger.ZERO;
    private BigInteger rotationMillis = BigInteger.ZERO;
    private long requests;
    private long last;

    KeyMeter(Instant from) {
        last = from.toEpochMilli();
    }

    /// A meter of the same keys that counts from now on.
    synchronized KeyMeter anew(Instant now) {
        passTo(now);
        KeyMeter other = new KeyMeter(Instant.ofEpochMilli(last));
        other.rotations.putAll(rotations);
        other.billed.putAll(billed);
        return other;
    }

    /// Counts a key that was there before this meter.
    synchronized void found(KeyDescription key) {
        if (key.managedBy().isEmpty()) {
            billed.put(key.id(), key.state() != KeyState.PENDING_DELETION);
            rotations.put(key.id(), key.rotations());
        }
    }

    @Override
    public synchronized void happened(KeyEvent event) {
        passTo(event.at());
        switch (event) {
            case KeyEvent.Created created -> {
                if (created.managedBy().isEmpty()) {
                    billed.put(created.key(), true);
                    rotations.put(created.key(), 0);
                }
            }
            case KeyEvent.Used _ -> requests++;
            case KeyEvent.Rotated rotated -> rotations.computeIfPresent(rotated.key(), (_, count) -> count + 1);
            case KeyEvent.StateChanged changed ->
                billed.computeIfPresent(changed.key(), (_, _) -> changed.to() != KeyState.PENDING_DELETION);
            case KeyEvent.Deleted deleted -> {
                billed.remove(deleted.key());
                rotations.remove(deleted.key());
            }
        }
    }

    /// The usage lines up to `now`, those of nothing left out.
    ///
    /// @param month how long a month of a key is
    synchronized List<UsageLine> lines(Instant now, String region, BillingMonth month) {
        passTo(now);
        List<UsageLine> lines = new ArrayList<>();
        add(lines, "customer_managed_key", region, months(keyMillis, month));
        add(lines, "first and second rotation, each adds", region, months(rotationMillis, month));
        add(lines, "requests symmetric", region, BigDecimal.valueOf(requests, REQUESTS_PER_PRICE));
        return lines;
    }

    private void passTo(Instant time) {
        long at = Math.max(last, time.toEpochMilli());
        if (at > last) {
            long keys = 0;
            long paid = 0;
            for (Map.Entry<UUID, Boolean> key : billed.entrySet()) {
                if (key.getValue()) {
                    keys++;
                    paid += Math.min(PAID_ROTATIONS, rotations.getOrDefault(key.getKey(), 0));
                }
            }
            BigInteger passed = BigInteger.valueOf(at - last);
            keyMillis = keyMillis.add(passed.multiply(BigInteger.valueOf(keys)));
            rotationMillis = rotationMillis.add(passed.multiply(BigInteger.valueOf(paid)));
            last = at;
        }
    }

    private static BigDecimal months(BigInteger millis, BillingMonth month) {
        return new BigDecimal(millis)
                .divide(new BigDecimal(month.time().milliseconds()), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static void add(List<UsageLine> lines, String item, String region, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            lines.add(new UsageLine(SERVICE, item, region, quantity));
        }
    }
}
