/**
 * Faults of processes and their machine. Services and servers are killed, paused or replaced; a disk or a database is
 * full, or a clock is wrong.
 */
@NullMarked
package io.zizhi.faults.nemesis.process;

import org.jspecify.annotations.NullMarked;
