/**
 * A change of a policy or of the calendar reaches the reviews that are not finished: they are reckoned anew in batches. Each
 * batch is one transaction that also notes how far it came, so that any replica goes on where the last one stopped.
 *
 * <pre>
 * revision --> RUNNING --batch--batch--batch--> DONE
 * </pre>
 */
@NullMarked
package io.zizhi.review.sla.reschedule;

import org.jspecify.annotations.NullMarked;
