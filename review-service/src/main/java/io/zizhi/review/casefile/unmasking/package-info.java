/**
 * Lets a reviewer see masked fields of a review in plain text while they hold it. The reviewer, the fields and the
 * reason are committed before the fields are requested. The values are passed through and never stored.
 */
@NullMarked
package io.zizhi.review.casefile.unmasking;

import org.jspecify.annotations.NullMarked;
