/** What the review desk is shown of submissions. */
@NullMarked
package io.zizhi.qualification.reviewapi.snapshot;

import org.jspecify.annotations.NullMarked;
