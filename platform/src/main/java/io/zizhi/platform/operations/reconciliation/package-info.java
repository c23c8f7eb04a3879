/**
 * Compares what a service has applied with what the producers of its topics have published, daily and on demand, and has
 * missing events sent again. It finds what no later event would show: the loss of the last events of an aggregate, also of
 * the only one, and a producer that was restored from a backup and does not go on.
 *
 * <pre>
 * RUNNING -&gt; FINISHED  compared, and the events that were sent again have been applied, or nothing more came
 *         -&gt; FAILED    a producer did not answer
 *
 * difference: AHEAD                -&gt; REPORTED
 *             BEHIND, NEVER_SEEN   -&gt; FOUND -&gt; RESENT -&gt; SETTLED
 *                                           -&gt; UNAVAILABLE
 * </pre>
 */
@NullMarked
package io.zizhi.platform.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
