@NullMarked
package io.zizhi.platform.http.connections;

import org.jspecify.annotations.NullMarked;
