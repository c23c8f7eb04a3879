/** The secrets and keysets of a local installation, readable by their owner only. */
@NullMarked
package io.zizhi.local.state;

import org.jspecify.annotations.NullMarked;
