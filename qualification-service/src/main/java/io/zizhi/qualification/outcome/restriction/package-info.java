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
 *
 * <p>The reasons are a catalogue of this room and not the desk's: those explain a decision on a submission, name a
 * place of the form, and live in another service, so that checking a code would take a remote call.
 */
@NullMarked
package io.zizhi.qualification.outcome.restriction;

import org.jspecify.annotations.NullMarked;
