/**
 * The internal API of qualification-service, which stores the submissions that the desk reviews, and the reconciliation with
 * its events.
 */
@NullMarked
package io.zizhi.review.peer;

import org.jspecify.annotations.NullMarked;
