/**
 * Named points at which a test can kill a service, to test crashes at the most dangerous moments. Without configuration
 * they do nothing. Production refuses to start with them.
 */
@NullMarked
package io.zizhi.platform.runtime.failpoint;

import org.jspecify.annotations.NullMarked;
