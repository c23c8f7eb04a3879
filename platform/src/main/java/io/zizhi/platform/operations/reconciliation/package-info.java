/**
 * Compares the events that a service has applied with those that its producers have published, daily and on demand, and
 * requests missing events again. It finds losses that no later event would reveal: lost last events of an aggregate,
 * and a producer that was restored from a backup and has not continued.
 *
 * <pre>
 * RUNNING -&gt; FINISHED  everything compared; resent events were applied, or no more arrived
 *         -&gt; FAILED    a producer did not answer
 *
 * difference: AHEAD                -&gt; REPORTED -&gt; SETTLED  two operators accepted it (AHEAD_DIFFERENCE)
 *             BEHIND, NEVER_SEEN   -&gt; FOUND -&gt; RESENT -&gt; SETTLED
 *                                           -&gt; UNAVAILABLE
 * </pre>
 */
@NullMarked
package io.zizhi.platform.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
