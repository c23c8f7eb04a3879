@NullMarked
package io.zizhi.platform.internal;

import org.jspecify.annotations.NullMarked;
