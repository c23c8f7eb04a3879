/**
 * Giving something up takes two persons: one operator asks for it and says why, another confirms
 * ({@link io.zizhi.platform.operations.twopersons}).
 *
 * <p>What it means to discard an event: this service never has its effect. The aggregate stays as if the event had not
 * been published, for good, while its producer and the other consumers go on from it; the event's id is noted, so that a
 * re-sent copy has no effect either. Later events of the aggregate are applied on top of that. Whoever discards an event
 * therefore owes the correction of what it would have changed. A conflict, an event whose version was applied as another
 * event, is discarded like any parked event; the cursor stays. A version that was given up because it never came is
 * remembered here: should it come late, it is dropped and is no conflict. The event itself stays readable: its content is kept with
 * the discard, and the producer keeps it for thirty days.
 */
@NullMarked
package io.zizhi.platform.operations.discard;

import org.jspecify.annotations.NullMarked;
