@NullMarked
package io.zizhi.platform.openapi;

import org.jspecify.annotations.NullMarked;
