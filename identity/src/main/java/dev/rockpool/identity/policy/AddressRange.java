package dev.rockpool.identity.policy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of IP addresses, of version 4 or 6: `203.0.113.0/24`, or one address.
///
/// @param network the address, 4 or 16 bytes
/// @param bits how many of its leading bits count
record AddressRange(InetAddress network, int bits) {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int most = address.get().getAddress().length * 8;
        if (slash < 0) {
            return Optional.of(new AddressRange(address.get(), most));
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(address.get(), Integer.parseInt(length)));
    }

    /// Whether an address lies in it; what is no address does not.
    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        for (int at = 0; at < whole; at++) {
            if (mine[at] != other[at]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
    }

    /// Whether so many addresses lie in it that it is no limit to speak of: more than a /8 of version 4 or
    /// a /32 of version 6, private ranges (RFC 1918) aside (S3 user guide, *The meaning of "public"*).
    boolean isBroad() {
        byte[] mine = network.getAddress();
        if (mine.length == 16) {
            return bits < 32;
        }
        return bits < 8;
    }

    private static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches()
                && !(text.contains(":") && V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
