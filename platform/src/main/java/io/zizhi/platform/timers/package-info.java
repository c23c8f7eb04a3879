/** Due instants stored in the database; each timer fires exactly once, together with its events. */
@NullMarked
package io.zizhi.platform.timers;

import org.jspecify.annotations.NullMarked;
