@NullMarked
package io.zizhi.platform.http.internal;

import org.jspecify.annotations.NullMarked;
