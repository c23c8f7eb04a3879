/**
 * An approved authorization letter ends: it is told 90, 30, 7 and 1 days before, in the morning ({@code zizhi.expiry.remind-at}), and at the
 * beginning of the day after, to the contact of the account's qualification for that company. One that was renewed without
 * a gap is not told of; its renewal has timers of its own.
 */
@NullMarked
package io.zizhi.qualification.outcome.letterexpiry;

import org.jspecify.annotations.NullMarked;
