/**
 * Counts what waits in the database of a service, as metrics.
 */
@NullMarked
package io.zizhi.platform.operations.backlog;

import org.jspecify.annotations.NullMarked;
