/**
 * Expiry of certificates and id documents; {@link io.zizhi.qualification.outcome.letterexpiry} handles letters. Each
 * day on which evidence of the revision in force ends has its own timers: 90, 30, 7 and 1 days before it at {@code
 * zizhi.expiry.remind-at}, and at the start of the day after. They are armed when a revision comes into force and
 * cancelled when the qualification is deleted. No stage is published twice.
 *
 * <p>The state "expired" is never stored: it follows from the revision in force and the current date ({@link
 * io.zizhi.qualification.model.revision.Validity}). Approving a renewed document ends it.
 */
@NullMarked
package io.zizhi.qualification.outcome.expiry;

import org.jspecify.annotations.NullMarked;
