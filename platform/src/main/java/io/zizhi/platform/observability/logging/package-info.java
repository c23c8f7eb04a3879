/** Lines that lead from step to step, and a second net under the rule that nothing personal is logged. */
@NullMarked
package io.zizhi.platform.observability.logging;

import org.jspecify.annotations.NullMarked;
