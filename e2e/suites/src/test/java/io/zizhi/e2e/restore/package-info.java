/** Recovery after data loss, following the operators' runbook. */
@NullMarked
package io.zizhi.e2e.restore;

import org.jspecify.annotations.NullMarked;
