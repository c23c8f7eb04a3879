/** The fault campaign against the packaged suite. */
@NullMarked
package io.zizhi.faults.campaign;

import org.jspecify.annotations.NullMarked;
