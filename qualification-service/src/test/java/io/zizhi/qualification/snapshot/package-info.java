/** What the review desk is shown of submissions. */
@NullMarked
package io.zizhi.qualification.snapshot;

import org.jspecify.annotations.NullMarked;
