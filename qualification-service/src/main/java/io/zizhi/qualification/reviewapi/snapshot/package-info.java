/** Reads submissions by work order for review-service. Later changes of the qualification do not affect them. */
@NullMarked
package io.zizhi.qualification.reviewapi.snapshot;

import org.jspecify.annotations.NullMarked;
