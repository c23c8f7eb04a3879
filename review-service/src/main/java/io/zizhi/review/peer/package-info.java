/**
 * The internal API of qualification-service, which keeps what the desk looks at, and the reconciliation with its events.
 */
@NullMarked
package io.zizhi.review.peer;

import org.jspecify.annotations.NullMarked;
