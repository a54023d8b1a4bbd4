package dev.rockpool.objectstore.access;

import java.util.Optional;

/// Who a grant is for.
public sealed interface Grantee {
    /// An account.
    ///
    /// @param canonicalId its canonical id
    /// @param displayName may be empty
    record Account(String canonicalId, String displayName) implements Grantee {}

    /// One of the service's groups.
    enum Group implements Grantee {
        /// Everybody, signed or not.
        ALL_USERS("http://acs.amazonaws.com/groups/global/AllUsers"),
        /// Everybody with an account, of whichever owner.
        AUTHENTICATED_USERS("http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
        /// The service itself as it writes access logs.
        LOG_DELIVERY("http://acs.amazonaws.com/groups/s3/LogDelivery");

        private final String uri;

        Group(String uri) {
            this.uri = uri;
        }

        /// As documents and headers name it.
        public String uri() {
            return uri;
        }

        /// The group of that URI, if there is one.
        public static Optional<Group> of(String uri) {
            for (Group group : values()) {
                if (group.uri.equals(uri)) {
                    return Optional.of(group);
                }
            }
            return Optional.empty();
        }
    }
}
