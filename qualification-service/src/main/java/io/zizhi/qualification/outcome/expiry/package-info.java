/**
 * Evidence that ends: certificate and id documents; a letter has timers of its own ({@link
 * io.zizhi.qualification.outcome.letterexpiry}). For the revision in force, each day on which something ends has
 * timers of its own, 90, 30, 7 and 1 days before it in the morning ({@code zizhi.expiry.remind-at}) and at the beginning of the day after. They are
 * armed when a revision comes into force, and cancelled with the qualification; what was told once is not told again.
 *
 * <p>Whether something has ended is never stored: it follows from the revision in force and the clock ({@link
 * io.zizhi.qualification.model.revision.Validity}). A renewed document restores by being approved.
 */
@NullMarked
package io.zizhi.qualification.outcome.expiry;

import org.jspecify.annotations.NullMarked;
