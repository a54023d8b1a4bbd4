package dev.rockpool.gateway;

import java.util.Locale;

/// Which names mean this machine: `127.0.0.1`, `[::1]`, `localhost` and all names below `localhost` (RFC 6761, section
/// 6.3), with any port.
///
/// A web page can make a name of its own resolve to 127.0.0.1 and so talk to a local server as to its own;
/// the browser still sends that name as `Host`.
final class HostNames {
    private static final String LOCALHOST = "localhost";

    private HostNames() {}

    /// Whether `authority` (host, maybe with a port) is one of this machine's names.
    static boolean isLocal(String authority) {
        String host = withoutPort(authority);
        return isPlain(host)
                || (host.length() > LOCALHOST.length() + 1
                        && endsWithLocalhost(host)
                        && host.charAt(host.length() - LOCALHOST.length() - 1) == '.'
                        && isName(host));
    }

    /// Whether `host`, without a port, is the machine itself, not a name below it.
    static boolean isPlain(String host) {
        return host.equals("127.0.0.1") || host.equalsIgnoreCase(LOCALHOST) || host.equals("[::1]");
    }

    /// The host of `authority` in lower case, without its port; empty if it has no form that a host has.
    static String withoutPort(String authority) {
        int end = authority.length();
        if (authority.startsWith("[")) {
            int bracket = authority.indexOf(']');
            if (bracket < 0 || (bracket + 1 < end && !isPort(authority, bracket + 1))) {
                return "";
            }
            return authority.substring(0, bracket + 1).toLowerCase(Locale.ROOT);
        }
        int colon = authority.indexOf(':');
        if (colon >= 0) {
            if (!isPort(authority, colon)) {
                return "";
            }
            end = colon;
        }
        return authority.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean endsWithLocalhost(String host) {
        return host.regionMatches(true, host.length() - LOCALHOST.length(), LOCALHOST, 0, LOCALHOST.length());
    }

    private static boolean isPort(String authority, int colon) {
        if (authority.charAt(colon) != ':' || authority.length() - colon > 6) {
            return false;
        }
        for (int i = colon + 1; i < authority.length(); i++) {
            if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
