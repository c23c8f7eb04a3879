@NullMarked
package io.zizhi.local.state;

import org.jspecify.annotations.NullMarked;
