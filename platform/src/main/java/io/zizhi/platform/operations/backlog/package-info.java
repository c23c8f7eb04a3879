/** Metrics of the backlog in the database of a service. */
@NullMarked
package io.zizhi.platform.operations.backlog;

import org.jspecify.annotations.NullMarked;
