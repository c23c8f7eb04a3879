@NullMarked
package io.zizhi.local;

import org.jspecify.annotations.NullMarked;
