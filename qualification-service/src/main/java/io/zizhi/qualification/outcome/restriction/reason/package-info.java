/**
 * The acts of supervisors and the reasons for them, which notices name too ({@link
 * io.zizhi.contracts.RestrictionReason}).
 *
 * <p>The reasons are a catalogue of this room and not the desk's: those explain a decision on a submission, name a
 * place of the form, and live in another service, so that checking a code would take a remote call.
 */
@NullMarked
package io.zizhi.qualification.outcome.restriction.reason;

import org.jspecify.annotations.NullMarked;
