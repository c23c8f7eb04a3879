/** The fault campaign against the packaged suite. */
@NullMarked
package io.zizhi.faults;

import org.jspecify.annotations.NullMarked;
