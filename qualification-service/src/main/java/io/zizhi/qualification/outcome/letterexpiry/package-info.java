/**
 * Expiry of approved authorization letters. Reminders are published 90, 30, 7 and 1 days before the last day, at {@code
 * zizhi.expiry.remind-at}; the expiry is published at the start of the day after. The notice goes to the contact of the
 * account's qualification for the same company. A letter renewed without a gap is skipped, because its renewal has
 * timers of its own.
 */
@NullMarked
package io.zizhi.qualification.outcome.letterexpiry;

import org.jspecify.annotations.NullMarked;
