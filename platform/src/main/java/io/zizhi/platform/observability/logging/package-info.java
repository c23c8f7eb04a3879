/** Log lines that connect the steps of a submission, and a second safeguard against personal data in logs. */
@NullMarked
package io.zizhi.platform.observability.logging;

import org.jspecify.annotations.NullMarked;
