/** Metrics of the backlog in a service's database. */
@NullMarked
package io.zizhi.platform.operations.backlog;

import org.jspecify.annotations.NullMarked;
