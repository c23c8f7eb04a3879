@NullMarked
package io.zizhi.local.identity;

import org.jspecify.annotations.NullMarked;
