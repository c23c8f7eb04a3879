@NullMarked
package io.zizhi.local.logs;

import org.jspecify.annotations.NullMarked;
