/** What was submitted under a work order, for the review desk, also after the qualification moved on. */
@NullMarked
package io.zizhi.qualification.reviewapi.snapshot;

import org.jspecify.annotations.NullMarked;
