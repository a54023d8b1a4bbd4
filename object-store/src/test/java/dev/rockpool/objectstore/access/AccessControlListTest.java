package dev.rockpool.objectstore.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.objectstore.Owner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessControlListTest {
    private static final Owner OWNER = new Owner("id-1", "Somebody");

    @Test
    void isTheSameOnceStoredAndRead() {
        AccessControlList acl = new AccessControlList(
                OWNER,
                List.of(
                        new Grant(Grantee.Group.ALL_USERS, Permission.READ),
                        new Grant(new Grantee.Account("id-2", ""), Permission.WRITE_ACP)));

        assertThat(AccessControlList.parse(acl.text())).isEqualTo(acl);
        assertThat(AccessControlList.parse(new AccessControlList(OWNER, List.of()).text())
                        .grants())
                .isEmpty();
    }

    @Test
    void knowsWhomItLetsIn() {
        AccessControlList own = AccessControlList.of(Optional.empty(), OWNER);

        assertThat(own.isPrivate()).isTrue();
        assertThat(own.isPublic()).isFalse();
        AccessControlList open =
                new AccessControlList(OWNER, List.of(new Grant(Grantee.Group.AUTHENTICATED_USERS, Permission.READ)));
        assertThat(open.isPrivate()).isFalse();
        assertThat(open.isPublic()).isTrue();
        assertThat(Permission.FULL_CONTROL.gives(Permission.READ_ACP)).isTrue();
        assertThat(Permission.READ.gives(Permission.WRITE)).isFalse();
    }

    @Test
    void keepsTheBlockAndTheOwnership() {
        PublicAccessBlock some = new PublicAccessBlock(true, false, false, true);

        assertThat(PublicAccessBlock.parse(some.text())).isEqualTo(some);
        assertThat(PublicAccessBlock.parse(PublicAccessBlock.NONE.text())).isEqualTo(PublicAccessBlock.NONE);
        assertThat(ObjectOwnership.named("ObjectWriter")).hasValue(ObjectOwnership.OBJECT_WRITER);
        assertThat(ObjectOwnership.named("objectwriter")).isEmpty();
        assertThat(Grantee.Group.of("http://acs.amazonaws.com/groups/global/AllUsers"))
                .hasValue(Grantee.Group.ALL_USERS);
        assertThat(Grantee.Group.of("urn:x")).isEmpty();
    }
}
