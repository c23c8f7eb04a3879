/**
 * The events that this service has published, for consumers that compare them with the events that they have applied.
 */
@NullMarked
package io.zizhi.review.peer.reconciliation;

import org.jspecify.annotations.NullMarked;
