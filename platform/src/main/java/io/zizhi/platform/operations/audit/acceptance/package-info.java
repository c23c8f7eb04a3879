/**
 * Damage of the audit log that two persons have accepted, so that a verification has no other finding. The acceptance of
 * a chain holds a digest of its rows as they are: every later change is found again. The service signs acceptances with
 * the key of its anchors, so the owner of the database cannot make one.
 */
@NullMarked
package io.zizhi.platform.operations.audit.acceptance;

import org.jspecify.annotations.NullMarked;
