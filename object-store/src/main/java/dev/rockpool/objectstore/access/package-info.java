/// Who may do what in the object store: bucket policies, ACLs, the public access block, the ownership of
/// objects.
///
/// Terms (S3 user guide, *Access management*): a **grant** gives a **grantee** a **permission**; an
/// **access control list** is an owner and grants, of a bucket or of an object; **object ownership** says
/// whether ACLs count at all; the **public access block** takes back what ACLs and policies give to
/// everybody.
@NullMarked
package dev.rockpool.objectstore.access;

import org.jspecify.annotations.NullMarked;
