/**
 * Four-eyes check (双人复核): one person requests an action with a reason, and a second person confirms it. Until then any
 * person with the same role can cancel the request.
 *
 * <pre>
 * REQUESTED → CARRIED_OUT  confirmed by a second person
 * REQUESTED → CANCELLED   by anybody who may make such a request
 * </pre>
 */
@NullMarked
package io.zizhi.platform.operations.twopersons;

import org.jspecify.annotations.NullMarked;
