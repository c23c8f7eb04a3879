/**
 * Expiry of certificates, id documents and authorization letters. Each day on which evidence of the revision in force
 * ends, and the last day of an approved letter, has its own timers: 90, 30, 7 and 1 days before it at {@code
 * zizhi.expiry.remind-at}, and at the start of the day after. They are armed when a revision comes into force or a
 * letter is approved, and cancelled when their owner is deleted. No stage is published twice.
 *
 * <p>The notice of a letter goes to the contact of the account's qualification for the same company. A letter renewed
 * without a gap is skipped, because its renewal has timers of its own.
 *
 * <p>The state "expired" is never stored: it follows from the revision in force and the current date ({@link
 * io.zizhi.qualification.model.revision.Validity}). Approving a renewed document ends it.
 */
@NullMarked
package io.zizhi.qualification.outcome.expiry;

import org.jspecify.annotations.NullMarked;
