/** Tests of submissions as shown to reviewers. */
@NullMarked
package io.zizhi.qualification.reviewapi.snapshot;

import org.jspecify.annotations.NullMarked;
