/**
 * Named points at which a service can be made to die, so that a test can try exactly the moments at which a crash would
 * hurt most. Without configuration they do nothing, and production refuses to start with them.
 */
@NullMarked
package io.zizhi.platform.runtime.failpoint;

import org.jspecify.annotations.NullMarked;
