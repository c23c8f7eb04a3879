/** What an operator does after data was lost, as the runbook says it. */
@NullMarked
package io.zizhi.e2e.restore;

import org.jspecify.annotations.NullMarked;
