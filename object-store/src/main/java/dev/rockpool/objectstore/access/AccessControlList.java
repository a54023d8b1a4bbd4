package dev.rockpool.objectstore.access;

import dev.rockpool.objectstore.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An owner and grants, of a bucket or of an object.
///
/// Stored as text ([#text]): a line for the owner, then a line a grant, fields separated by tabs; a group
/// is named by its constant, an account by `id` and display name.
///
/// @param grants 100 at the most
public record AccessControlList(Owner owner, List<Grant> grants) {
    /// The most grants of a list.
    public static final int MOST_GRANTS = 100;

    public AccessControlList {
        grants = List.copyOf(grants);
    }

    /// The list of what nobody else may touch.
    public static AccessControlList ofOwner(Owner owner) {
        return new AccessControlList(
                owner,
                List.of(new Grant(
                        new Grantee.Account(owner.canonicalId(), owner.displayName()), Permission.FULL_CONTROL)));
    }

    /// The stored list, or the owner's full control if none is stored.
    public static AccessControlList of(Optional<String> text, Owner owner) {
        return text.map(AccessControlList::parse).orElseGet(() -> ofOwner(owner));
    }

    /// Whether somebody outside the owner's account, known or not, is granted anything by a group.
    public boolean isPublic() {
        for (Grant grant : grants) {
            if (grant.grantee() == Grantee.Group.ALL_USERS || grant.grantee() == Grantee.Group.AUTHENTICATED_USERS) {
                return true;
            }
        }
        return false;
    }

    /// Whether it grants anything to anybody but its owner.
    public boolean isPrivate() {
        for (Grant grant : grants) {
            boolean toOwner = grant.grantee() instanceof Grantee.Account account
                    && account.canonicalId().equals(owner.canonicalId());
            if (!toOwner) {
                return false;
            }
        }
        return true;
    }

    /// The list as it is stored.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(owner.canonicalId()).append('\t').append(owner.displayName());
        for (Grant grant : grants) {
            text.append('\n').append(grant.permission().name()).append('\t');
            switch (grant.grantee()) {
                case Grantee.Group group -> text.append(group.name());
                case Grantee.Account account ->
                    text.append("id\t")
                            .append(account.canonicalId())
                            .append('\t')
                            .append(account.displayName());
            }
        }
        return text.toString();
    }

    /// The list of a text as [#text] writes it.
    public static AccessControlList parse(String text) {
        List<String> lines = text.lines().toList();
        List<String> first = fields(lines.getFirst());
        List<Grant> grants = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            Grantee grantee = fields.get(1).equals("id")
                    ? new Grantee.Account(fields.get(2), fields.size() > 3 ? fields.get(3) : "")
                    : Grantee.Group.valueOf(fields.get(1));
            grants.add(new Grant(grantee, Permission.valueOf(fields.getFirst())));
        }
        return new AccessControlList(new Owner(first.getFirst(), first.size() > 1 ? first.get(1) : ""), grants);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab));
            from = tab + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }
}
