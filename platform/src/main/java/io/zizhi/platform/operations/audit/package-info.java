/**
 * Lets auditors search, export and verify the audit log. A trigger chains the rows of each account by hashes. Every
 * minute, a service signs the changed heads of its chains and stores them outside the database as an anchor. A
 * verification recomputes the chains and compares them with the anchors, so it finds what the owner of the database has
 * changed.
 */
@NullMarked
package io.zizhi.platform.operations.audit;

import org.jspecify.annotations.NullMarked;
