/** Work on keys of a running suite. */
@NullMarked
package io.zizhi.e2e.keys;

import org.jspecify.annotations.NullMarked;
