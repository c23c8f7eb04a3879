/** Hostile files at the public interface of a running suite. */
@NullMarked
package io.zizhi.e2e.hostile;

import org.jspecify.annotations.NullMarked;
