/** What a local installation keeps in its folder besides the servers' data: secrets and keysets, readable by their owner only. */
@NullMarked
package io.zizhi.local.state;

import org.jspecify.annotations.NullMarked;
