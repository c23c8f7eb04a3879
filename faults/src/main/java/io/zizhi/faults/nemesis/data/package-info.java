/**
 * Faults of stored data. Topics are lost, repeated or poisoned, and objects are damaged.
 */
@NullMarked
package io.zizhi.faults.nemesis.data;

import org.jspecify.annotations.NullMarked;
