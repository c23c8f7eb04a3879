@NullMarked
package io.zizhi.platform.http;

import org.jspecify.annotations.NullMarked;
