/**
 * Named points at which a test can kill a service, to try exactly the most dangerous moments for a crash. Without
 * configuration they do nothing, and production refuses to start with them.
 */
@NullMarked
package io.zizhi.platform.runtime.failpoint;

import org.jspecify.annotations.NullMarked;
