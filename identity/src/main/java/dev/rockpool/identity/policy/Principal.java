package dev.rockpool.identity.policy;

import java.util.Optional;

/// Who asks (IAM user guide, *AWS JSON policy elements: Principal*).
public sealed interface Principal {
    /// The ARN that the request is made under, or `*` for nobody in particular.
    String arn();

    /// The twelve digits of the account that the principal belongs to; none for anonymous callers and
    /// services.
    Optional<String> accountId();

    /// Nobody in particular: a request without a signature.
    record Anonymous() implements Principal {
        @Override
        public String arn() {
            return "*";
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /// The root user of an account, who may do all that the account may.
    ///
    /// @param account the account's id
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A user.
    ///
    /// @param account the account's id
    /// @param path begins and ends with a slash
    /// @param name the user's
    record User(String account, String path, String name) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user" + path + name;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A role of which no session is known. Requests are made by sessions; this serves questions about any
    /// of them.
    ///
    /// @param account the account's id
    /// @param path begins and ends with a slash
    /// @param name the role's
    record Role(String account, String path, String name) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":role" + path + name;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A session of a role, which is who asks once a role is assumed.
    ///
    /// @param account the account's id
    /// @param path the role's path, which the session's ARN does not say: empty where it is not known
    /// @param role the role's name
    /// @param session the name given when the role was assumed
    record RoleSession(String account, Optional<String> path, String role, String session) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session;
        }

        /// The ARN of the role, with the path `/` where none is known.
        public String roleArn() {
            return "arn:aws:iam::" + account + ":role" + path.orElse("/") + role;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A session of `GetFederationToken`.
    ///
    /// @param account the account's id
    /// @param name the name given to the session
    /// @param user the ARN of the user who asked for it, if that is known
    record FederatedUser(String account, String name, Optional<String> user) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":federated-user/" + name;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// Somebody for whom an identity provider vouches, before a role is assumed.
    ///
    /// @param provider the provider's ARN or host name
    record FederatedIdentity(String provider) implements Principal {
        @Override
        public String arn() {
            return provider;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /// A service of the cloud that acts on its own behalf.
    ///
    /// @param name such as `logging.s3.amazonaws.com`
    record Service(String name) implements Principal {
        @Override
        public String arn() {
            return name;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }
}
