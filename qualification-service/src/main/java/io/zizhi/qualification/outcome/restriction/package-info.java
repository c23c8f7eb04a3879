/**
 * Restriction of qualifications whose revision is in force: supervisors suspend (暂停使用), reinstate (恢复使用) or revoke
 * (撤销) them. Each act takes two supervisors ({@link io.zizhi.platform.operations.twopersons}), neither with a conflict
 * of interest.
 *
 * <pre>
 *   NONE ──suspend──▶ SUSPENDED ──reinstate──▶ NONE
 *     └────revoke────▶ REVOKED ◀──revoke── SUSPENDED
 *                        └──approve an amendment──▶ NONE
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.outcome.restriction;

import org.jspecify.annotations.NullMarked;
