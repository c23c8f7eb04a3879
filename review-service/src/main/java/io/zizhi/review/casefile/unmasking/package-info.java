/**
 * A reviewer sees a masked field of the review that they hold in plain text. Who, which and why is committed before the field
 * is asked for; the value passes through and is kept nowhere.
 */
@NullMarked
package io.zizhi.review.casefile.unmasking;

import org.jspecify.annotations.NullMarked;
