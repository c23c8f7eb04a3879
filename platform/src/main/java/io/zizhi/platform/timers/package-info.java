/** Instants at which something becomes due, kept in the database and fired exactly once with their events. */
@NullMarked
package io.zizhi.platform.timers;

import org.jspecify.annotations.NullMarked;
