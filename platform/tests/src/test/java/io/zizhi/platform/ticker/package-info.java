@NullMarked
package io.zizhi.platform.ticker;

import org.jspecify.annotations.NullMarked;
