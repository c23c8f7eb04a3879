/**
 * A discard takes two operators: one requests it with a reason, another confirms it
 * ({@link io.zizhi.platform.operations.twopersons}).
 *
 * <p>A discarded event never takes effect in this service. Its aggregate stays as if the event had not been published,
 * while its producer and the other consumers continue from it. The id of the event is recorded, so that a resent copy
 * has no effect either. Later events of the aggregate are applied nevertheless, so the operators must correct the
 * missing effects manually.
 *
 * <p>A conflict is an event whose version was already used by another event that was applied. It is discarded like any
 * parked event, and the cursor stays. A version discarded as missing is recorded here: if it arrives later, it is
 * dropped and does not count as a conflict. The event stays readable: its payload is stored with the discard, and the
 * producer keeps it for thirty days.
 *
 * <p>A discarded difference changes no state: two operators accept that an aggregate stays ahead of its producer, after
 * they have decided which state is right. Later comparisons count it as settled, until another event is applied here.
 */
@NullMarked
package io.zizhi.platform.operations.discard;

import org.jspecify.annotations.NullMarked;
