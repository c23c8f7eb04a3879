/** The fault campaign against the packaged suite. */
@NullMarked
package io.zizhi.e2e.faults;

import org.jspecify.annotations.NullMarked;
