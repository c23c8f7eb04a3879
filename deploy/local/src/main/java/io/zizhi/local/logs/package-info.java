/** Merges the logs of all processes of an installation, ordered by time, and formats them for people. */
@NullMarked
package io.zizhi.local.logs;

import org.jspecify.annotations.NullMarked;
